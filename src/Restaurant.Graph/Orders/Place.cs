using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Dining;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Orders;

/// <summary>For whom an order is: a table, a visit, both or neither.</summary>
internal sealed record Place(long? TableId, long? VisitId, IReadOnlyList<Allergen> Allergies)
{
    private static readonly Func<RestaurantDb, long, IAsyncEnumerable<Place>> OfGuest = EF.CompileAsyncQuery((RestaurantDb db, long key) =>
        db.Visits
            .Where(visit => visit.Id == key && (visit.MergedInto == null ? visit.ClosedAt : visit.MergedInto.ClosedAt) == null)
            .Select(visit => visit.MergedInto == null
                ? new Place(visit.TableId, visit.Id, visit.Allergies)
                : new Place(visit.MergedInto.TableId, visit.MergedInto.Id, visit.MergedInto.Allergies)));

    /// <summary>Whether it is that of a guest without a table, whom nobody of the staff has seen.</summary>
    public bool IsUnconfirmed { get; init; }

    /// <summary>No place at all.</summary>
    public static Place Nowhere { get; } = new(null, null, []);

    /// <summary>Where the order of somebody goes: that of a guest to where they sit, that of the staff to any table where somebody can sit.</summary>
    /// <returns>The place; an error if there is no such table, or not for them.</returns>
    public static async Task<Outcome<Place>> FindAsync(OrderInput input, Viewer viewer, RestaurantDb db)
    {
        if (string.Equals(viewer.Role, Roles.Guest, StringComparison.Ordinal))
        {
            var own = await OfGuest(db, viewer.Key).FirstOrDefaultAsync();
            return own is null || (input.TableId is { } asked && asked.Key != own.TableId) || (input.Type == OrderType.DineIn && own.TableId is null) ? TableNotFoundError.Of()
                : input.Type == OrderType.DineIn ? own
                : own with { TableId = null, IsUnconfirmed = own.TableId is null };
        }

        if (input.TableId is not { } id)
        {
            return input.Type == OrderType.DineIn ? TableRequiredError.Of() : Nowhere;
        }

        if (await db.Tables.FindAsync(id.Key) is not { IsRetired: false } table)
        {
            return TableNotFoundError.Of();
        }

        var visit = await db.Visits.Where(visit => visit.TableId == table.Id && visit.ClosedAt == null).OrderByDescending(visit => visit.Id).FirstOrDefaultAsync();
        return IsOutOfUse(table, visit, input) ? TableUnavailableError.Of(table) : new Place(table.Id, visit?.Id, visit?.Allergies ?? []);
    }

    // What a table is now matters to those who eat there now.
    private static bool IsOutOfUse(DiningTable table, Visit? visit, OrderInput input) =>
        visit is null && input is { Type: OrderType.DineIn, ScheduledFor: null } && TableStates.Table.Next(table.Status, TableAction.SeatReservation) is null;
}
