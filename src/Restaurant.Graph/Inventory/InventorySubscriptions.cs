using GraphQL;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Composition;

namespace Restaurant.Graph.Inventory;

/// <summary>Following the store room.</summary>
[SubscriptionType]
public static class InventorySubscriptions
{
    /// <summary>Every change of stock that is worth telling of, see `StockChanged`.</summary>
    [Authorize(Roles = Roles.Kitchen)]
    public static IQueryable<StockChanged> OnStockChanged(RestaurantDb db) => db.StockChanges;

    /// <summary>Each time an ingredient becomes low (`isLow`), and each time it is so no more.</summary>
    [Authorize(Roles = Roles.Kitchen)]
    public static IQueryable<StockChanged> OnLowStock(RestaurantDb db) => db.StockChanges.Where(happened => happened.IsLow != happened.WasLow);
}
