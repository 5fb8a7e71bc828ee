using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Dining;

namespace Restaurant.Graph.Orders;

/// <summary>Finds the orders that a party has to settle before it leaves.</summary>
public sealed class VisitOrders(RestaurantDb db, TimeProvider time) : IUnsettledOrders
{
    private static readonly OrderStatus[] CalledOff = [.. Enum.GetValues<OrderStatus>().Where(OrderStates.IsCalledOff)];
    private static readonly OrderStatus[] Closed = [.. Enum.GetValues<OrderStatus>().Where(OrderStates.IsClosed)];

    /// <inheritdoc />
    public async Task<IReadOnlyList<int>> FindAsync(Visit visit)
    {
        // What is completed is paid, and what was called off costs what was served of it before.
        var own = await db.Orders
            .Where(order => order.VisitId == visit.Id && order.Status != OrderStatus.Completed
                && (!CalledOff.Contains(order.Status) || order.Balance.MinorUnits > 0))
            .Select(order => order.Number)
            .ToListAsync();
        var table = visit.TableId is { } id ? await WaitingAt(id, time.GetUtcNow()).Select(order => order.Number).ToListAsync() : [];
        return [.. own.Concat(table).Order()];
    }

    /// <inheritdoc />
    public async Task LeaveAsync(Visit visit)
    {
        if (visit.TableId is { } table)
        {
            (await WaitingAt(table, time.GetUtcNow()).ToListAsync()).ForEach(order => order.Join(visit, time.GetUtcNow()));
        }
    }

    /// <summary>The open orders to be eaten at a table, of no visit, whose time has come by an instant.</summary>
    internal IQueryable<Order> WaitingAt(long tableId, DateTimeOffset by) => db.Orders.Where(order =>
        order.TableId == tableId && order.VisitId == null && order.Type == OrderType.DineIn && !Closed.Contains(order.Status)
        && (order.ScheduledFor == null || order.ScheduledFor <= by));
}
