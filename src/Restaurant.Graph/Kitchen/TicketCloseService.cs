using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Data;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Orders;
using Restaurant.Graph.Platform;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Telemetry;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Kitchen;

/// <summary>
/// Closes the tickets of business days that are over, in a kitchen that works by paper and never bumps: what was called for counts as made and served.
/// </summary>
public sealed class TicketCloseService(
    IServiceScopeFactory scopes,
    WriteQueue queue,
    RestaurantClock clock,
    IOptions<KitchenOptions> options,
    TimeProvider time,
    FaultLog faults,
    Leadership leadership)
    : Recurring(Interval, time, faults, leadership)
{
    private const int BatchSize = 200;

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    public override async Task RunAsync(CancellationToken cancellationToken)
    {
        var limit = Limit();
        long last = 0;
        while (await BatchAsync(limit, last, cancellationToken) is [.., var next] batch)
        {
            // One transaction an order: whoever else writes waits for one order, and not for all.
            foreach (var id in batch)
            {
                await queue.RunAsync(services => services.GetRequiredService<UnitOfWork>().RunAsync(() => CloseAsync(services, id, limit)), cancellationToken);
            }

            last = next;
        }
    }

    // A house that is open past midnight is still in its day; a ticket that has just come is never closed.
    private DateTimeOffset Limit()
    {
        var endOfDay = clock.LastInstantAt(options.Value.DayEndsAt);
        var oldest = clock.Now - options.Value.CloseAfter;
        return endOfDay < oldest ? endOfDay : oldest;
    }

    private async Task<List<long>> BatchAsync(DateTimeOffset limit, long after, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Due(scope.ServiceProvider.GetRequiredService<RestaurantDb>(), limit)
            .Where(ticket => ticket.OrderId > after)
            .Select(ticket => ticket.OrderId)
            .Distinct()
            .OrderBy(id => id)
            .Take(BatchSize)
            .ToListAsync(cancellationToken);
    }

    private async Task<Outcome<Order>> CloseAsync(IServiceProvider services, long orderId, DateTimeOffset limit)
    {
        var db = services.GetRequiredService<RestaurantDb>();
        var tickets = await Due(db, limit)
            .Where(ticket => ticket.OrderId == orderId)
            .Include(ticket => ticket.Station)
            .Include(ticket => ticket.Lines)
            .Include(ticket => ticket.Order.Lines)
            .AsSplitQuery()
            .ToListAsync();
        if (tickets.Count == 0)
        {
            return OrderNotFoundError.Of();
        }

        tickets.ForEach(ticket => ticket.Close(clock.Now));
        var order = tickets[0].Order;
        order.ServeUnreported([.. tickets.SelectMany(static ticket => ticket.Lines).Distinct()], clock.Now);
        return order;
    }

    private static IQueryable<Ticket> Due(RestaurantDb db, DateTimeOffset limit) => db.Tickets.Where(ticket =>
        (ticket.Status == TicketStatus.Queued || ticket.Status == TicketStatus.InPreparation || ticket.Status == TicketStatus.Ready)
        && ticket.QueuedAt < limit);
}
