using GraphQL;
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
    /// paid, its own or at its table, it is let go only by a person with a name who says so. Each closing is in the audit entries.
    /// </summary>
    [Authorize(Roles = Roles.Service)]
    [Errors(typeof(VisitNotFoundError), typeof(VisitActionNotAllowedError), typeof(UnsettledOrdersError))]
    public static async Task<Outcome<Visit>> CloseVisit(CloseVisitInput input, Viewer viewer, RestaurantDb db, VisitClosing closing) =>
        await VisitMutations.FindAsync(db, input.VisitId.Key) is { } visit
            ? await closing.CloseAsync(visit, viewer, input.LeaveUnpaid is true, "left with all orders settled")
            : VisitNotFoundError.Of();
}
