using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Menu;

namespace Restaurant.Graph.Kitchen;

/// <summary>
/// The work that is open at the stations. A station with a capacity of n makes n tickets at once, so a new ticket waits for the minutes of work before
/// it, divided by n.
/// </summary>
internal sealed class Workload
{
    private readonly Dictionary<long, double> _minutes;

    private Workload(Dictionary<long, double> minutes) => _minutes = minutes;

    /// <summary>How long a new ticket would wait at a station, in minutes.</summary>
    public double WaitAt(Station station) => _minutes.GetValueOrDefault(station.Id) / station.Capacity;

    /// <summary>Reads one row a station, and the tickets whose cooks are within their time: an overdue ticket counts for nothing.</summary>
    public static async Task<Workload> ReadAsync(RestaurantDb db, DateTimeOffset now)
    {
        var minutes = await db.StationLoads.ToDictionaryAsync(static load => load.StationId, static load => (double)load.QueuedMinutes);
        var running = await db.Tickets
            .Where(ticket => ticket.DueAt > now)
            .Select(ticket => new { ticket.StationId, DueAt = ticket.DueAt ?? now })
            .ToListAsync();
        foreach (var ticket in running)
        {
            minutes[ticket.StationId] = minutes.GetValueOrDefault(ticket.StationId) + (ticket.DueAt - now).TotalMinutes;
        }

        return new Workload(minutes);
    }

    /// <summary>How long work takes at a station, in minutes, with all that is before it; and puts it behind that.</summary>
    public double Take(Station station, int work)
    {
        var wait = WaitAt(station);
        _minutes[station.Id] = _minutes.GetValueOrDefault(station.Id) + work;
        return wait + work;
    }
}
