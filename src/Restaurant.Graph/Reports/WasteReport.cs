using Restaurant.Graph.Inventory;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Money;

namespace Restaurant.Graph.Reports;

/// <summary>What was wasted, and what was called off. What a line took from the store room that was made for nobody is among the ingredients as well.</summary>
public sealed record WasteReport
{
    /// <summary>What the ledger of each ingredient has as waste, by name and reason.</summary>
    [ListSize(30)]
    public required IReadOnlyList<WastedIngredient> Ingredients { get; init; }

    /// <summary>What was called off after the kitchen had been called to make it, by dish and reason, what would have cost most first.</summary>
    [ListSize(30)]
    public required IReadOnlyList<WastedDish> Dishes { get; init; }

    /// <summary>All that was called off, before the kitchen had been called to make it as well, by dish, reason and that, what would have cost most first.</summary>
    [ListSize(30)]
    public required IReadOnlyList<VoidedDish> Voids { get; init; }
}

/// <summary>What was wasted of an ingredient for one reason.</summary>
public sealed record WastedIngredient
{
    /// <summary>The name of the ingredient.</summary>
    public required string Ingredient { get; init; }

    /// <summary>What its amounts are counted in.</summary>
    public required StockUnit Unit { get; init; }

    /// <summary>Why; null if it was not said.</summary>
    public required WasteReason? Reason { get; init; }

    /// <summary>How much, in that unit.</summary>
    public required long Quantity { get; init; }
}

/// <summary>What was made, or begun, for nobody.</summary>
public sealed record WastedDish
{
    /// <summary>The dish as it is called now.</summary>
    public required string DishName { get; init; }

    /// <summary>Why; null if it was not said.</summary>
    public required string? Reason { get; init; }

    /// <summary>How many portions.</summary>
    public required int Quantity { get; init; }

    /// <summary>What they would have cost, before tax.</summary>
    public required Money Net { get; init; }
}

/// <summary>What was called off.</summary>
public sealed record VoidedDish
{
    /// <summary>The dish as it is called now.</summary>
    public required string DishName { get; init; }

    /// <summary>Why it, or its order, was called off; null if it was not said.</summary>
    public required string? Reason { get; init; }

    /// <summary>Whether the kitchen had been called to make it, so that it is waste.</summary>
    public required bool WasFired { get; init; }

    /// <summary>How many portions.</summary>
    public required int Quantity { get; init; }

    /// <summary>What they would have cost, before tax.</summary>
    public required Money Net { get; init; }
}
