using GraphQL;
using Restaurant.Graph.Data;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Kitchen;

/// <summary>Following the kitchen.</summary>
[SubscriptionType]
public static class KitchenSubscriptions
{
    /// <summary>Every change of a ticket, at one station or at all.</summary>
    [Authorize(Roles = Roles.Staff)]
    public static IQueryable<TicketChanged> OnTicketChanged(Id<Station>? stationId, RestaurantDb db) => stationId is { } station
        ? db.TicketChanges.Where(happened => happened.StationId == station.Key)
        : db.TicketChanges;
}
