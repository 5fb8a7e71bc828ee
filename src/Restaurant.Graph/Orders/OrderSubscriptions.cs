using GraphQL;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Events;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Orders;

/// <summary>Following orders.</summary>
[SubscriptionType]
public static class OrderSubscriptions
{
    /// <summary>Every change of one order.</summary>
    [Authorize(Roles = Roles.All)]
    [OfOne]
    public static IQueryable<OrderChanged> OnOrderChanged(Id<Order> orderId, RestaurantDb db) =>
        db.OrderChanges.Where(happened => happened.OrderId == orderId.Key);

    /// <summary>Every change of any order.</summary>
    [Authorize(Roles = Roles.Staff)]
    public static IQueryable<OrderChanged> OnOrdersChanged(RestaurantDb db) => db.OrderChanges;
}
