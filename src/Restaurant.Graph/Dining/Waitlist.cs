using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Mutations;

namespace Restaurant.Graph.Dining;

/// <summary>Parties that wait for a table at their time, in the order in which they began to wait.</summary>
public sealed class Waitlist(RestaurantDb db, IOptions<DiningOptions> options, TimeProvider time)
{
    /// <summary>Keeps each table that is free for the party that has waited longest and fits.</summary>
    /// <returns>A reservation that got one; an error if there is none.</returns>
    public async Task<Outcome<Reservation>> ServeAsync()
    {
        var now = time.GetUtcNow();

        // A reservation that has changed in this unit of work is the same object, as it is now.
        var waiting = await db.Reservations.WaitingAt(now).OrderBy(reservation => reservation.Id).ToListAsync();
        waiting.AddRange(db.Reservations.Local.Where(reservation => reservation.Status == ReservationStatus.Waitlisted && reservation.EndsAt > now).Except(waiting));
        waiting = [.. waiting.Where(static reservation => reservation.Status == ReservationStatus.Waitlisted).OrderBy(static reservation => reservation.Id)];
        return waiting.Count == 0 ? ReservationNotFoundError.Of() : await ServeAsync(waiting, now);
    }

    private async Task<Outcome<Reservation>> ServeAsync(List<Reservation> waiting, DateTimeOffset now)
    {
        Reservation? served = null;
        var times = await TableTimes.ReadAsync(db, options.Value, now, waiting.Min(static other => other.StartsAt), waiting.Max(static other => other.EndsAt));
        foreach (var reservation in waiting)
        {
            // A party whose time has come gets what is left of it.
            var starts = reservation.StartsAt > now ? reservation.StartsAt : now;
            if (times.HasRoomFor(reservation.NetworkHash, starts, reservation.EndsAt, options.Value.UnconfirmedTableShare)
                && times.BestFit(reservation.PartySize, starts, reservation.EndsAt) is { } table
                && reservation.Book(table, now).Subject is not null)
            {
                times.Add(reservation);
                served = reservation;
                Keep(table, reservation, now);
            }
        }

        return served is null ? ReservationNotFoundError.Of() : served;
    }

    // Kept at once where it is due: until the next look at the tables, somebody who comes could sit down there.
    private void Keep(DiningTable table, Reservation reservation, DateTimeOffset now)
    {
        if (reservation.StartsAt <= now + options.Value.HoldBefore && TableStates.Table.Next(table.Status, TableAction.Hold) is not null)
        {
            table.Do(TableAction.Hold, now);
        }
    }
}
