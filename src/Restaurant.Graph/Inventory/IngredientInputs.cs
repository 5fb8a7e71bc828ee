using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Inventory;

/// <summary>A new ingredient, of which there is nothing yet.</summary>
public sealed record CreateIngredientInput
{
    /// <summary>The key in the menu file, which no other ingredient has: 1 to 60 of a to z, 0 to 9 and hyphen.</summary>
    public required string Key { get; init; }

    /// <summary>The name, 1 to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>What its amounts are counted in, for good.</summary>
    public required StockUnit Unit { get; init; }

    /// <summary>The allergens in it.</summary>
    public IReadOnlyList<Allergen>? Allergens { get; init; }
}

/// <summary>What becomes of an ingredient. What is left out stays as it is.</summary>
public sealed record EditIngredientInput
{
    /// <summary>The ingredient.</summary>
    public required Id<Ingredient> IngredientId { get; init; }

    /// <summary>The name, 1 to 100 characters.</summary>
    public string? Name { get; init; }

    /// <summary>All the allergens in it.</summary>
    public IReadOnlyList<Allergen>? Allergens { get; init; }
}
