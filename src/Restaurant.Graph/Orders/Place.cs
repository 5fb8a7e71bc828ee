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

    /// <summary>The visit whose guest orders for another time; null for all others.</summary>
    public long? OrderedById { get; private init; }

    /// <summary>The visit that begins with the order; null if it begins none.</summary>
    public Visit? Begun { get; private init; }

    /// <summary>Finds the place of an order: of a guest where they sit, of the staff any table where a party can sit.</summary>
    /// <param name="input">What is ordered.</param>
    /// <param name="viewer">Who orders.</param>
    /// <param name="db">The store.</param>
    /// <param name="now">The time.</param>
    /// <param name="lead">How long before its time an order goes to the kitchen: one for later than that is of no visit that is open now.</param>
    /// <returns>The place; an error if there is no such table, or not for them.</returns>
    public static async Task<Outcome<Place>> FindAsync(OrderInput input, Viewer viewer, RestaurantDb db, DateTimeOffset now, TimeSpan lead)
    {
        var isForLater = input.ScheduledFor > now + lead;
        if (string.Equals(viewer.Role, Roles.Guest, StringComparison.Ordinal))
        {
            return OfGuestAt(input, await OfGuest(db, viewer.Key).FirstOrDefaultAsync(), isForLater);
        }

        if (input.TableId is not { } id)
        {
            return input.Type == OrderType.DineIn ? TableRequiredError.Of() : Nowhere;
        }

        if (await db.Tables.FindAsync(id.Key) is not { IsRetired: false } table)
        {
            return TableNotFoundError.Of();
        }

        if (isForLater)
        {
            return Nowhere with { TableId = table.Id };
        }

        var visit = await db.Visits.SingleOrDefaultAsync(visit => visit.TableId == table.Id && visit.ClosedAt == null);
        if (visit is not null)
        {
            return new Place(table.Id, visit.Id, visit.Allergies);
        }

        return input.Type == OrderType.DineIn ? Begin(table, now) : Nowhere with { TableId = table.Id };
    }

    private static Outcome<Place> OfGuestAt(OrderInput input, Place? own, bool isForLater)
    {
        var isElsewhere = input.TableId is { } asked && asked.Key != own?.TableId;
        if (own is null || isElsewhere || (input.Type == OrderType.DineIn && own.TableId is null))
        {
            return TableNotFoundError.Of();
        }

        var place = input.Type == OrderType.DineIn ? own : own with { TableId = null, IsUnconfirmed = own.TableId is null };
        return isForLater
            ? Nowhere with { TableId = place.TableId, OrderedById = own.VisitId, IsUnconfirmed = place.IsUnconfirmed }
            : place;
    }

    // A party that the staff serves sits there, counted or not; the waiter may have seated one that has reserved.
    private static Outcome<Place> Begin(DiningTable table, DateTimeOffset now) =>
        Visit.At(table, TableAction.SeatReservation, partySize: null, now).Subject is { } visit
            ? Nowhere with { TableId = table.Id, Begun = visit }
            : TableUnavailableError.Of(table);
}
