namespace Restaurant.Graph.Dining;

/// <summary>What reservations make of tables, and which reservations wait for one.</summary>
internal static class KeptTables
{
    /// <summary>The tables with a reservation that is due soon.</summary>
    public static IQueryable<DiningTable> KeptAt(this IQueryable<DiningTable> tables, DateTimeOffset now, DiningOptions options)
    {
        var soon = now + options.HoldBefore;
        return tables.Where(table => table.Reservations.Any(reservation =>
            reservation.Status == ReservationStatus.Booked && reservation.StartsAt <= soon && reservation.EndsAt > now));
    }

    /// <summary>The reservations of parties that wait, and whose time is not over.</summary>
    public static IQueryable<Reservation> WaitingAt(this IQueryable<Reservation> reservations, DateTimeOffset now) =>
        reservations.Where(reservation => reservation.Status == ReservationStatus.Waitlisted && reservation.EndsAt > now);
}
