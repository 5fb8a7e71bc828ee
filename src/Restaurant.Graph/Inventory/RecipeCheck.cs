using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Mutations;

namespace Restaurant.Graph.Inventory;

/// <summary>Reads a recipe that a manager writes, by the bounds of the menu file.</summary>
/// <param name="db">The store.</param>
/// <param name="min">The least of each ingredient.</param>
internal sealed class RecipeCheck(RestaurantDb db, int min)
{
    /// <summary>The faults.</summary>
    public List<MutationError> Faults { get; } = [];

    /// <summary>How much of which ingredient, of each what it comes to.</summary>
    public async Task<IReadOnlyList<(Ingredient Ingredient, int Quantity)>> ReadAsync(IReadOnlyList<RecipeItemInput> items)
    {
        var read = new List<(Ingredient Ingredient, int Quantity)>();
        foreach (var (index, item) in items.Index())
        {
            if (item.Quantity < min || item.Quantity > RecipeItem.MaxQuantity)
            {
                Faults.Add(InvalidAmountError.Of(item.Quantity, min, RecipeItem.MaxQuantity, "items", index, nameof(item.Quantity)));
            }

            if (await db.Ingredients.FindAsync(item.IngredientId.Key) is { } ingredient)
            {
                read.Add((ingredient, item.Quantity));
            }
            else
            {
                Faults.Add(IngredientNotFoundError.At("items", index, nameof(item.IngredientId)));
            }
        }

        return [.. read.GroupBy(static item => item.Ingredient, static item => item.Quantity).Select(static item => (item.Key, item.Sum()))];
    }

    /// <summary>Whether there is enough for one portion. Ingredients take note of how large it is.</summary>
    public static bool IsEnoughFor(IReadOnlyList<(Ingredient Ingredient, int Quantity)> recipe)
    {
        foreach (var (ingredient, quantity) in recipe)
        {
            ingredient.LargestPortion = Math.Max(ingredient.LargestPortion, quantity);
        }

        return recipe.All(static item => item.Quantity <= item.Ingredient.Free);
    }
}
