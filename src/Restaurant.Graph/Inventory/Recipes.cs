using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Menu;

namespace Restaurant.Graph.Inventory;

/// <summary>The book of recipes, kept until the menu changes.</summary>
public sealed class Recipes(IServiceScopeFactory scopes) : MenuMemory<RecipeBook>(scopes)
{
    /// <inheritdoc />
    protected override async Task<RecipeBook> ReadAsync(RestaurantDb db)
    {
        var dishes = await db.RecipeItems.Select(item => new { item.DishId, item.IngredientId, item.Quantity }).ToListAsync();
        var modifiers = await db.ModifierRecipeItems.Select(item => new { item.ModifierId, item.IngredientId, item.Quantity }).ToListAsync();
        return new RecipeBook(
            dishes.ToLookup(item => item.DishId, item => new Portion(item.IngredientId, item.Quantity)),
            modifiers.ToLookup(item => item.ModifierId, item => new Portion(item.IngredientId, item.Quantity)),
            await db.Ingredients.AsNoTracking().ToDictionaryAsync(ingredient => ingredient.Id, ingredient => ingredient.Allergens));
    }
}
