using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Menu;

namespace Restaurant.Graph.Inventory;

/// <summary>Brings the recipes of a menu file into the store, in the place of all that were there, and takes off what there is not enough for.</summary>
/// <param name="db">The store.</param>
/// <param name="ingredients">The ingredients by their keys in the file.</param>
internal sealed class RecipeImport(RestaurantDb db, IReadOnlyDictionary<string, Ingredient> ingredients)
{
    /// <summary>Takes the old recipes out.</summary>
    public async Task ClearAsync(CancellationToken cancellationToken)
    {
        await db.RecipeItems.ExecuteDeleteAsync(cancellationToken);
        await db.ModifierRecipeItems.ExecuteDeleteAsync(cancellationToken);
        foreach (var ingredient in db.Ingredients.Local)
        {
            ingredient.LargestPortion = 0;
        }
    }

    /// <summary>Adds the recipe of a dish.</summary>
    public void Add(Dish dish, IReadOnlyList<RecipeEntry> recipe)
    {
        db.AddRange(recipe.Select(item => new RecipeItem { Dish = dish, Ingredient = ingredients[item.Ingredient], Quantity = item.Quantity }));
        dish.SetSoldOut(!IsEnoughFor(recipe));
    }

    /// <summary>Adds the recipe of a modifier.</summary>
    public void Add(Modifier modifier, IReadOnlyList<RecipeEntry> recipe)
    {
        db.AddRange(recipe.Select(item => new ModifierRecipeItem { Modifier = modifier, Ingredient = ingredients[item.Ingredient], Quantity = item.Quantity }));
        modifier.SetSoldOut(!IsEnoughFor(recipe));
    }

    private bool IsEnoughFor(IReadOnlyList<RecipeEntry> recipe)
    {
        foreach (var item in recipe)
        {
            var ingredient = ingredients[item.Ingredient];
            ingredient.LargestPortion = Math.Max(ingredient.LargestPortion, item.Quantity);
        }

        return recipe.All(item => item.Quantity <= ingredients[item.Ingredient].Free);
    }
}
