using System.Linq.Expressions;
using Restaurant.Graph.Data;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Limits;

namespace Restaurant.Graph.Inventory;

/// <summary>What dishes are made of.</summary>
[ExtendObjectType(typeof(Dish))]
public static class DishRecipes
{
    /// <summary>What one regular portion takes from the store room, without modifiers; for those who do not work here always empty.</summary>
    [ListSize(5)]
    public static Expression<Func<Dish, IQueryable<RecipeItem>>> Recipe(RestaurantDb db) => dish => db.RecipeItems.Where(item => item.DishId == dish.Id);
}

/// <summary>What modifiers add to that.</summary>
[ExtendObjectType(typeof(Modifier))]
public static class ModifierRecipes
{
    /// <summary>What it adds to one portion; for those who do not work here always empty.</summary>
    [ListSize(2)]
    public static Expression<Func<Modifier, IQueryable<ModifierRecipeItem>>> Recipe(RestaurantDb db) =>
        modifier => db.ModifierRecipeItems.Where(item => item.ModifierId == modifier.Id);
}
