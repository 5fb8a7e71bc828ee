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
}
