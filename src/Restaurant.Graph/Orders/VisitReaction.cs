using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Data;
using Restaurant.Graph.Dining;
using Restaurant.Graph.Platform.Events;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Orders;

/// <summary>
/// Keeps orders with their parties: they follow a party that moves or merges, and an order that was placed ahead is taken over by the party that sits
/// down at its table, or whose guest placed it, when its time has come.
/// </summary>
public sealed class VisitReaction(RestaurantDb db, NewRows rows, VisitOrders orders, IOptions<OrderOptions> options, TimeProvider time) : IReaction
{
    /// <inheritdoc />
    public Task OnAsync(Event happened) => happened switch
    {
        VisitChanged { Visit: var visit } => FollowAsync(visit, visit.MergedInto ?? visit),
        TableChanged { Status: TableStatus.Occupied, Table: var table } => TakeOverAsync(table),
        OrderChanged { Status: OrderStatus.Accepted, Order: { VisitId: null, OrderedById: { } guests } order } moved
            when moved.Status != moved.PreviousStatus => JoinAsync(order, guests),
        _ => Task.CompletedTask,
    };

    private async Task FollowAsync(Visit visit, Visit party)
    {
        var own = await db.Orders.Where(order => order.VisitId == visit.Id).ToListAsync();
        own.ForEach(order => order.Follow(party, time.GetUtcNow()));
        if (party != visit)
        {
            var ahead = await db.Orders.Where(order => order.OrderedById == visit.Id).ToListAsync();
            ahead.ForEach(order => order.Hand(party));
        }
    }

    // A party that moves here has its own orders, and those of the table are not meant for it.
    private async Task TakeOverAsync(DiningTable table)
    {
        if (rows.OfType<Visit>().FirstOrDefault(visit => visit.TableId == table.Id) is not { } party)
        {
            return;
        }

        var waiting = await orders.WaitingAt(table.Id, time.GetUtcNow() + options.Value.ScheduleLead).ToListAsync();
        waiting.ForEach(order => order.Join(party, time.GetUtcNow()));
    }

    private async Task JoinAsync(Order order, long guests)
    {
        if (await db.Visits.SingleOrDefaultAsync(visit => visit.Id == guests && visit.ClosedAt == null) is { } party)
        {
            order.Join(party, time.GetUtcNow());
        }
    }
}
