using GraphQL;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Inventory;

/// <summary>Changing what dishes are made of. Orders that have been placed take what they were promised.</summary>
[MutationType]
public static class RecipeMutations
{
    /// <summary>Says what a dish takes from the store room; orders that have it take what it took when they were placed.</summary>
    [Authorize(Roles = Roles.Manager)]
    [Errors(typeof(DishNotFoundError), typeof(VersionConflictError), typeof(InvalidAmountError), typeof(IngredientNotFoundError))]
    public static async Task<Outcome<Dish>> SetDishRecipe(SetDishRecipeInput input, RestaurantDb db, NewRows rows, TimeProvider time)
    {
        var check = new RecipeCheck(db, min: 1);
        var recipe = await check.ReadAsync(input.Items);
        var dish = await db.Dishes.SingleOrDefaultAsync(known => known.Id == input.DishId.Key && known.CategoryId != null);
        if (dish is null || dish.Version != input.ExpectedVersion || check.Faults.Count > 0)
        {
            return dish is null ? DishNotFoundError.At(InputPath.Of(nameof(input.DishId)))
                : dish.Version != input.ExpectedVersion ? VersionConflictError.Of(dish.Version)
                : check.Faults;
        }

        db.RemoveRange(await db.RecipeItems.Where(item => item.DishId == dish.Id).ToListAsync());
        rows.AddRange(recipe.Select(item => new RecipeItem { Dish = dish, Ingredient = item.Ingredient, Quantity = item.Quantity }));
        dish.SetSoldOut(!RecipeCheck.IsEnoughFor(recipe));
        return dish.Revise(time.GetUtcNow());
    }

    /// <summary>Says what a modifier adds to the recipe of a dish, or takes from it.</summary>
    [Authorize(Roles = Roles.Manager)]
    [Errors(typeof(MenuPartNotFoundError), typeof(InvalidAmountError), typeof(IngredientNotFoundError))]
    public static async Task<Outcome<Modifier>> SetModifierRecipe(SetModifierRecipeInput input, RestaurantDb db, NewRows rows, TimeProvider time)
    {
        var check = new RecipeCheck(db, -RecipeItem.MaxQuantity);
        var recipe = await check.ReadAsync(input.Items);
        if (await db.Modifiers.FindAsync(input.ModifierId.Key) is not { } modifier)
        {
            return MenuPartNotFoundError.Of("modifier", InputPath.Of(nameof(input.ModifierId)));
        }

        if (check.Faults.Count > 0)
        {
            return check.Faults;
        }

        db.RemoveRange(await db.ModifierRecipeItems.Where(item => item.ModifierId == modifier.Id).ToListAsync());
        rows.AddRange(recipe.Select(item => new ModifierRecipeItem { Modifier = modifier, Ingredient = item.Ingredient, Quantity = item.Quantity }));
        modifier.SetSoldOut(!RecipeCheck.IsEnoughFor(recipe));
        rows.Add(new MenuChanged { Modifier = modifier, OccurredAt = time.GetUtcNow() });
        return modifier;
    }
}
