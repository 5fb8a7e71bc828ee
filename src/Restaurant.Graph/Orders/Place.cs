using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Dining;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Orders;

/// <summary>For whom an order is: a table, a visit, both or neither.</summary>
internal sealed record Place(long? TableId, long? VisitId)
{
    private static readonly Func<RestaurantDb, long, IAsyncEnumerable<Place>> OfGuest = EF.CompileAsyncQuery((RestaurantDb db, long key) =>
        db.Visits
            .Where(visit => visit.Id == key && (visit.MergedInto == null ? visit.ClosedAt : visit.MergedInto.ClosedAt) == null)
            .Select(visit => new Place(visit.MergedInto == null ? visit.TableId : visit.MergedInto.TableId, visit.MergedIntoId ?? visit.Id)));

    /// <summary>Where the order of somebody goes: that of a guest to where they sit, that of the staff to any table.</summary>
    /// <returns>The place; null if there is no such table, or not for them.</returns>
    public static async Task<Place?> FindAsync(OrderInput input, Viewer viewer, RestaurantDb db)
    {
        if (string.Equals(viewer.Role, Roles.Guest, StringComparison.Ordinal))
        {
            var own = await OfGuest(db, viewer.Key).FirstOrDefaultAsync();
            return own is null || (input.TableId is { } asked && asked.Key != own.TableId) || (input.Type == OrderType.DineIn && own.TableId is null) ? null
                : input.Type == OrderType.DineIn ? own
                : own with { TableId = null };
        }

        if (input.TableId is not { } id)
        {
            return new Place(null, null);
        }

        return await db.Tables.FindAsync(id.Key) is { IsRetired: false } table
            ? new Place(table.Id, (await db.Visits.Where(visit => visit.TableId == table.Id && visit.ClosedAt == null).OrderByDescending(visit => visit.Id).FirstOrDefaultAsync())?.Id)
            : null;
    }
}
