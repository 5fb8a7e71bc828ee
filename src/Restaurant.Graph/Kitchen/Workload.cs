using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;

namespace Restaurant.Graph.Kitchen;

/// <summary>
/// The work that hangs at the stations. A station with a capacity of n works on n tickets at once, so what comes last waits for the minutes of work
/// before it, divided by n.
/// </summary>
internal sealed class Workload
{
    private readonly Dictionary<long, double> _minutes = [];

    private Workload()
    {
    }

    /// <summary>How long what comes now would wait at a station, in minutes.</summary>
    public double WaitAt(long station) => _minutes.GetValueOrDefault(station);

    /// <summary>Reads it.</summary>
    public static async Task<Workload> ReadAsync(RestaurantDb db, DateTimeOffset now)
    {
        var open = await db.Tickets.ToBeMade()
            .Select(ticket => new { ticket.StationId, ticket.Station.Capacity, ticket.WorkMinutes, ticket.StartedAt })
            .ToListAsync();
        var load = new Workload();
        foreach (var ticket in open)
        {
            load.Add(ticket.StationId, ticket.Capacity, ticket.WorkMinutes - (ticket.StartedAt is { } began ? (now - began).TotalMinutes : 0));
        }

        return load;
    }

    /// <summary>How long work takes at a station, in minutes, with all that is before it; and puts it behind that.</summary>
    public double Take(long station, int capacity, int work)
    {
        var wait = WaitAt(station);
        Add(station, capacity, work);
        return wait + work;
    }

    private void Add(long station, int capacity, double work) =>
        _minutes[station] = WaitAt(station) + (Math.Max(0, work) / capacity);
}
