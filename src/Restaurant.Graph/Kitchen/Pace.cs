using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;

namespace Restaurant.Graph.Kitchen;

/// <summary>
/// How the kitchen's time compares with what it was reckoned to take, learnt from the promises that it made last, each for what of one order was
/// hung up together: half of them took no longer than the one factor says, nine of ten no longer than the other.
/// </summary>
/// <param name="P50">The median of the actual time over the expected one.</param>
/// <param name="P90">The ninth decile of the same.</param>
internal sealed record Pace(double P50, double P90)
{
    private const int Sample = 200;
    private const int MinSample = 20;

    // What is taken for granted as long as there is too little to learn from.
    private static readonly Pace Unknown = new(1, 1.5);

    /// <summary>Learns it.</summary>
    public static async Task<Pace> ReadAsync(RestaurantDb db)
    {
        var hung = await db.Tickets
            .Where(ticket => ticket.Status != TicketStatus.Voided && ticket.ExpectedMinutes > 0)
            .OrderByDescending(ticket => ticket.Id)
            .Take(Sample)
            .Select(ticket => new { ticket.OrderId, ticket.QueuedAt, ticket.ReadyAt, ticket.ExpectedMinutes })
            .ToListAsync();

        // What was hung up together was promised together, for when the last of it is made.
        double[] ratios =
        [
            .. hung.GroupBy(ticket => (ticket.OrderId, ticket.QueuedAt))
                .Where(together => together.All(ticket => ticket.ReadyAt is not null))
                .Select(together => together.Max(ticket => (ticket.ReadyAt ?? ticket.QueuedAt) - ticket.QueuedAt).TotalMinutes / together.Max(ticket => ticket.ExpectedMinutes))
                .Order(),
        ];
        return ratios.Length < MinSample ? Unknown : new Pace(Quantile(ratios, 0.5), Quantile(ratios, 0.9));
    }

    // The nearest rank: the smallest value that so many of them do not exceed.
    private static double Quantile(double[] sorted, double part) => sorted[(int)Math.Ceiling(part * sorted.Length) - 1];
}
