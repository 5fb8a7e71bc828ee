using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Inventory;

/// <summary>How much of an ingredient something takes.</summary>
public sealed record RecipeItemInput
{
    /// <summary>The ingredient.</summary>
    public required Id<Ingredient> IngredientId { get; init; }

    /// <summary>How much, in the unit of the ingredient: from 1 to 100,000 for a dish, from -100,000 for a modifier.</summary>
    public required int Quantity { get; init; }
}

/// <summary>What a dish takes from the store room from now on.</summary>
public sealed record SetDishRecipeInput
{
    /// <summary>The dish.</summary>
    public required Id<Dish> DishId { get; init; }

    /// <summary>The version of the dish that was seen.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>All that one regular portion takes; none: it is never out of stock. An ingredient that stands in it twice is added up.</summary>
    public required IReadOnlyList<RecipeItemInput> Items { get; init; }
}

/// <summary>What a modifier adds to the recipe of a dish from now on, or takes from it.</summary>
public sealed record SetModifierRecipeInput
{
    /// <summary>The modifier.</summary>
    public required Id<Modifier> ModifierId { get; init; }

    /// <summary>All that it adds to one portion; a negative quantity takes away. An ingredient that stands in it twice is added up.</summary>
    public required IReadOnlyList<RecipeItemInput> Items { get; init; }
}
