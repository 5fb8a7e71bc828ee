using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Dining;
using Restaurant.Graph.Platform.Import;

namespace Restaurant.Graph.Data;

/// <summary>Finds the tables that a menu file leaves out although a party sits there or has reserved them.</summary>
internal static class TablesInUse
{
    /// <summary>The faults of a file, one a party.</summary>
    public static async Task<IReadOnlyList<JsonFault>> FaultsAsync(RestaurantDb db, MenuFile file, DateTimeOffset now, CancellationToken cancellationToken)
    {
        string[] codes = [.. file.Tables.Select(static table => table.Code)];
        var missing = db.Tables.Where(table => !table.IsRetired && !codes.Contains(table.Code));
        var seated = await missing
            .Where(table => table.Visits.Any(visit => visit.ClosedAt == null))
            .OrderBy(table => table.Position)
            .Select(table => table.Code)
            .ToListAsync(cancellationToken);
        var reserved = await missing
            .SelectMany(
                table => table.Reservations.Where(reservation => reservation.Status == ReservationStatus.Booked && reservation.EndsAt > now),
                (table, reservation) => new { table.Position, table.Code, reservation.Name, reservation.StartsAt })
            .OrderBy(kept => kept.Position).ThenBy(kept => kept.StartsAt)
            .ToListAsync(cancellationToken);
        return
        [
            .. seated.Select(static code => Fault(code, "a party sits there. Close or move its visit first.")),
            .. reserved.Select(static kept => Fault(kept.Code, string.Create(
                CultureInfo.InvariantCulture, $"it is reserved for {kept.Name} at {kept.StartsAt.UtcDateTime:yyyy-MM-dd'T'HH:mm'Z'}. Cancel the reservation first."))),
        ];
    }

    private static JsonFault Fault(string code, string why) => new("$.tables", $"{code} cannot be left out: {why}");
}
