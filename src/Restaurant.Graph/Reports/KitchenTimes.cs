using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Reports;

/// <summary>Finds out how long tickets took.</summary>
public sealed class KitchenTimes(RestaurantDb db)
{
    /// <summary>The report on some days.</summary>
    internal async Task<KitchenReport> ReportAsync(BusinessDays days)
    {
        var made = db.Tickets.Where(ticket => ticket.ReadyAt != null && ticket.QueuedAt >= days.Start && ticket.QueuedAt < days.End);
        var total = await CountAsync(made.Select(ticket => new Taken
        {
            StationId = ticket.StationId,
            Seconds = (long)Math.Floor(Instants.Seconds(ticket.ReadyAt ?? ticket.QueuedAt) - Instants.Seconds(ticket.QueuedAt) + 0.5),
        }));
        var waiting = await CountAsync(made.Select(ticket => new Taken
        {
            StationId = ticket.StationId,
            Seconds = (long)Math.Floor(Instants.Seconds(ticket.StartedAt ?? ticket.QueuedAt) - Instants.Seconds(ticket.QueuedAt) + 0.5),
        }));
        var making = await CountAsync(made.Select(ticket => new Taken
        {
            StationId = ticket.StationId,
            Seconds = (long)Math.Floor(Instants.Seconds(ticket.ReadyAt ?? ticket.QueuedAt) - Instants.Seconds(ticket.StartedAt ?? ticket.QueuedAt) + 0.5),
        }));
        var stations = await db.Stations.OrderBy(station => station.Position).Select(station => new { station.Id, station.Name }).ToListAsync();
        return new KitchenReport
        {
            Stations =
            [
                .. stations.Where(station => total.Contains(station.Id)).Select(station => new StationTimes
                {
                    Station = station.Name,
                    Tickets = total[station.Id].Sum(static count => count.Tickets),
                    QueuedToReady = MinutesOf(total[station.Id]),
                    Waiting = MinutesOf(waiting[station.Id]),
                    Making = MinutesOf(making[station.Id]),
                }),
            ],
        };
    }

    // How many took how long: few numbers for many tickets, of which any rank can be told.
    private static async Task<ILookup<long, Count>> CountAsync(IQueryable<Taken> taken) =>
        (await taken
            .GroupBy(ticket => new { ticket.StationId, ticket.Seconds })
            .OrderBy(same => same.Key.Seconds)
            .Select(same => new Count(same.Key.StationId, same.Key.Seconds, same.Count()))
            .ToListAsync())
        .ToLookup(static count => count.StationId);

    private static MinutesTaken MinutesOf(IEnumerable<Count> counts) => new() { P50 = Quantile([.. counts], 0.5), P90 = Quantile([.. counts], 0.9) };

    // The nearest rank: the smallest value that so many of them do not exceed.
    private static double Quantile(IReadOnlyList<Count> counts, double part)
    {
        var rank = (int)Math.Ceiling(part * counts.Sum(static count => count.Tickets));
        return counts.First(count => (rank -= count.Tickets) <= 0).Seconds / 60d;
    }

    private sealed class Taken
    {
        public required long StationId { get; init; }

        public required long Seconds { get; init; }
    }

    private sealed record Count(long StationId, long Seconds, int Tickets);
}
