using System.Linq.Expressions;
using Restaurant.Graph.Data;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Limits;

namespace Restaurant.Graph.Inventory;

/// <summary>What the store room tells of dishes.</summary>
[ExtendObjectType(typeof(Dish))]
public static class DishStock
{
    /// <summary>How many regular portions can be promised still, without modifiers; null where it has no recipe and is never out of stock.</summary>
    public static Expression<Func<Dish, int?>> PortionsLeft(RestaurantDb db) => dish => db.RecipeItems
        .Where(item => item.DishId == dish.Id)
        .Min(item => (int?)((item.Ingredient.OnHand - item.Ingredient.Reserved) / item.Quantity));

    /// <summary>The ingredients of which there is not enough for one regular portion; for those who do not work here always empty.</summary>
    [ListSize(2)]
    public static Expression<Func<Dish, IQueryable<Ingredient>>> MissingIngredients(RestaurantDb db) => dish => db.RecipeItems
        .Where(item => item.DishId == dish.Id && item.Ingredient.OnHand - item.Ingredient.Reserved < item.Quantity)
        .Select(item => item.Ingredient);
}
