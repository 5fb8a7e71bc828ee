using GraphQL;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Paging;

namespace Restaurant.Graph.Inventory;

/// <summary>Reading the store room.</summary>
[QueryType]
public static class InventoryQueries
{
    /// <summary>The ingredients, with what there is of them.</summary>
    [Authorize(Roles = Roles.Kitchen)]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static IQueryable<Ingredient> Ingredients(RestaurantDb db) => db.Ingredients;

    /// <summary>The ingredients that are to be ordered anew: those of which no more than their reorder point can be promised still.</summary>
    [Authorize(Roles = Roles.Kitchen)]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static IQueryable<Ingredient> LowStock(RestaurantDb db) => db.Ingredients.Where(Ingredient.IsLow);

    /// <summary>The ledger of all ingredients.</summary>
    [Authorize(Roles = Roles.Kitchen)]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static IQueryable<StockMovement> StockMovements(RestaurantDb db) => db.StockMovements;
}
