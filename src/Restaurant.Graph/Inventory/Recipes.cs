using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Menu;

namespace Restaurant.Graph.Inventory;

/// <summary>What dishes are made of, kept until the menu changes.</summary>
public sealed class Recipes(IServiceScopeFactory scopes) : MenuMemory<ILookup<long, Portion>>(scopes)
{
    /// <inheritdoc />
    protected override async Task<ILookup<long, Portion>> ReadAsync(RestaurantDb db)
    {
        var portions = await db.RecipeItems
            .GroupBy(item => new { item.DishId, item.IngredientId }, item => item.Quantity)
            .Select(group => new { group.Key.DishId, group.Key.IngredientId, Quantity = group.Sum() })
            .ToListAsync();
        return portions.ToLookup(portion => portion.DishId, portion => new Portion(portion.IngredientId, portion.Quantity));
    }
}

/// <summary>What one portion of a dish takes of an ingredient.</summary>
/// <param name="IngredientId">The key of the ingredient.</param>
/// <param name="Quantity">How much, in its unit.</param>
public sealed record Portion(long IngredientId, int Quantity);
