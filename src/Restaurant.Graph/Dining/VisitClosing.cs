using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Dining;

/// <summary>The one way in which a visit is closed: with its orders looked at, and with an audit entry.</summary>
public sealed class VisitClosing(IUnsettledOrders orders, AuditTrail audit, TimeProvider time)
{
    /// <summary>Closes a visit; one with orders that are open or not paid is closed only by a person with a name who says so.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="viewer">Who closes it.</param>
    /// <param name="leaveUnpaid">Whether the party is let go although its orders are open, or not paid.</param>
    /// <param name="why">What the audit entry says where all is settled.</param>
    public async Task<Outcome<Visit>> CloseAsync(Visit visit, Viewer viewer, bool leaveUnpaid, string why)
    {
        if (visit.Status != VisitStatus.Open)
        {
            return visit.Close(time.GetUtcNow());
        }

        var unsettled = await orders.FindAsync(visit);
        if (unsettled.Count > 0 && (!leaveUnpaid || viewer.Name is null))
        {
            return UnsettledOrdersError.Of(unsettled, isNameNeeded: leaveUnpaid);
        }

        await orders.LeaveAsync(visit);
        audit.Note(unsettled.Count > 0 ? $"left with orders that are open or not paid: {string.Join(", ", unsettled)}" : why);
        return visit.Close(time.GetUtcNow());
    }
}
