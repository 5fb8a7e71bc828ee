using GraphQL;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Paging;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Orders;

/// <summary>Reading orders.</summary>
[QueryType]
public static class OrderQueries
{
    /// <summary>The orders, the oldest first unless asked for otherwise.</summary>
    [Authorize(Roles = Roles.All)]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static IQueryable<Order> Orders(RestaurantDb db) => db.Orders;

    /// <summary>An order by its id; null if there is none.</summary>
    [Authorize(Roles = Roles.All)]
    [UseFirstOrDefault]
    public static IQueryable<Order> OrderById(Id<Order> id, RestaurantDb db) => db.Orders.Where(order => order.Id == id.Key);
}
