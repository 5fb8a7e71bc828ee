using GraphQL;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Reading;

namespace Restaurant.Graph.Inventory;

/// <summary>How much of an ingredient one portion of a dish takes.</summary>
public sealed class RecipeItem : IRow
{
    /// <summary>The most that one portion takes of an ingredient, or a modifier adds or takes away.</summary>
    internal const int MaxQuantity = 100_000;

    /// <summary>The primary key.</summary>
    public long Id { get; private set; }

    /// <summary>The dish.</summary>
    [Ignore]
    public required Dish Dish { get; init; }

    /// <summary>The key of <see cref="Dish"/>.</summary>
    public long DishId { get; private set; }

    /// <summary>The ingredient.</summary>
    public required Ingredient Ingredient { get; init; }

    /// <summary>The key of <see cref="Ingredient"/>.</summary>
    public long IngredientId { get; private set; }

    /// <summary>How much, in the unit of the ingredient.</summary>
    public required int Quantity { get; init; }
}

/// <summary>How much of an ingredient a modifier adds to one portion.</summary>
public sealed class ModifierRecipeItem : IRow
{
    /// <summary>The primary key.</summary>
    public long Id { get; private set; }

    /// <summary>The modifier.</summary>
    [Ignore]
    public required Modifier Modifier { get; init; }

    /// <summary>The key of <see cref="Modifier"/>.</summary>
    public long ModifierId { get; private set; }

    /// <summary>The ingredient.</summary>
    public required Ingredient Ingredient { get; init; }

    /// <summary>The key of <see cref="Ingredient"/>.</summary>
    public long IngredientId { get; private set; }

    /// <summary>How much, in the unit of the ingredient; negative where it takes away from the recipe of the dish.</summary>
    public required int Quantity { get; init; }
}
