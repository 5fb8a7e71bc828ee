using GraphQL;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Paging;

namespace Restaurant.Graph.Kitchen;

/// <summary>Reading the kitchen.</summary>
[QueryType]
public static class KitchenQueries
{
    /// <summary>The tickets of all stations, the oldest first unless asked for otherwise.</summary>
    [Authorize(Roles = Roles.Staff)]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static IQueryable<Ticket> Tickets(RestaurantDb db) => db.Tickets;
}
