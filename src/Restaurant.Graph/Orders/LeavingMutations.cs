using GraphQL;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Dining;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Orders;

/// <summary>The leaving of guests, in which their orders have a say.</summary>
[MutationType]
public static class LeavingMutations
{
    /// <summary>
    /// Notes that a party has left: what it was let in with is good no more, and its table is to be laid anew. With orders that are open, or not
    /// paid, it is let go only by those who say so.
    /// </summary>
    [Authorize(Roles = Roles.Service)]
    [Errors(typeof(VisitNotFoundError), typeof(VisitActionNotAllowedError), typeof(UnsettledOrdersError))]
    public static async Task<Outcome<Visit>> CloseVisit(CloseVisitInput input, RestaurantDb db, AuditTrail audit, TimeProvider time)
    {
        if (await VisitMutations.FindAsync(db, input.VisitId.Key) is not { } visit)
        {
            return VisitNotFoundError.Of();
        }

        var unsettled = visit.Status == VisitStatus.Open ? await UnsettledAsync(db, visit.Id) : [];
        if (unsettled.Count > 0 && input.LeaveUnpaid is not true)
        {
            return UnsettledOrdersError.Of(unsettled);
        }

        if (unsettled.Count > 0)
        {
            audit.Note($"left with orders that are open or not paid: {string.Join(", ", unsettled)}");
        }

        return visit.Close(time.GetUtcNow());
    }

    // What is completed is paid, and what was called off costs what was served of it before.
    private static Task<List<int>> UnsettledAsync(RestaurantDb db, long visit)
    {
        OrderStatus[] calledOff = [.. Enum.GetValues<OrderStatus>().Where(OrderStates.IsCalledOff)];
        return db.Orders
            .Where(order => order.VisitId == visit && order.Status != OrderStatus.Completed && (!calledOff.Contains(order.Status) || order.Balance.MinorUnits > 0))
            .OrderBy(order => order.Number)
            .Select(order => order.Number)
            .ToListAsync();
    }
}
