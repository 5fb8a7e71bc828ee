using Microsoft.Extensions.Options;
using Restaurant.Graph.Data;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Dining;

/// <summary>Leads parties to tables.</summary>
public sealed class Seating(RestaurantDb db, NewRows rows, RestaurantClock clock, IOptions<DiningOptions> options, TimeProvider time)
{
    /// <summary>The visit of a party that sits now, or what keeps it from that.</summary>
    /// <param name="tableId">The key of the table.</param>
    /// <param name="partySize">How many they are.</param>
    /// <param name="reservation">What they have reserved.</param>
    /// <param name="isOverridden">Whether they sit there although they are more than there are seats.</param>
    public async Task<Outcome<Visit>> SeatAsync(long tableId, int partySize, Reservation? reservation, bool? isOverridden)
    {
        if (InvalidPartySizeError.For(partySize) is { } invalid)
        {
            return invalid;
        }

        if (await TableMutations.FindAsync(db, tableId) is not { } table)
        {
            return TableNotFoundError.Of();
        }

        if (PartyTooLargeError.For(table, partySize, isOverridden) is { } tooLarge)
        {
            return tooLarge;
        }

        if (reservation?.NotToday(time.GetUtcNow(), at => DateOnly.FromDateTime(clock.LocalAt(at)), options.Value.HoldBefore) is { } another)
        {
            return another;
        }

        var action = reservation?.TableId == table.Id ? TableAction.SeatReservation : TableAction.Seat;
        if (reservation?.Seat(table, time.GetUtcNow()).Errors is [var notAllowed, ..])
        {
            return notAllowed;
        }

        var outcome = Visit.At(table, action, partySize, time.GetUtcNow(), reservation);
        if (outcome.Subject is { } visit)
        {
            rows.Add(visit);
        }

        return outcome;
    }
}
