using Restaurant.Graph.Platform.Mutations;

namespace Restaurant.Graph.Inventory;

/// <summary>No ingredient has this id.</summary>
public sealed record IngredientNotFoundError : MutationError
{
    internal static IngredientNotFoundError Of() => new() { Message = "There is no such ingredient.", Path = InputPath.Of("ingredientId") };

    internal static IngredientNotFoundError At(params ReadOnlySpan<object> path) => Of() with { Path = InputPath.Of(path) };
}

/// <summary>An amount is out of bounds.</summary>
public sealed record InvalidAmountError : MutationError
{
    /// <summary>The least.</summary>
    public required int Min { get; init; }

    /// <summary>The most.</summary>
    public required int Max { get; init; }

    internal static InvalidAmountError Of(int amount, int min, int max) => Of(amount, min, max, nameof(StockInput.Quantity));

    internal static InvalidAmountError Of(int amount, int min, int max, params ReadOnlySpan<object> path) => new()
    {
        Message = $"The amount is {amount} where it has to be {min} to {max}.",
        Path = InputPath.Of(path),
        Min = min,
        Max = max,
    };
}

/// <summary>There would be less of it than is promised to orders.</summary>
public sealed record NotEnoughStockError : MutationError
{
    /// <summary>How much there is, in the unit of the ingredient.</summary>
    public required int OnHand { get; init; }

    /// <summary>How much of that is promised, in the unit of the ingredient.</summary>
    public required int Reserved { get; init; }

    internal static NotEnoughStockError Of(Ingredient ingredient) => new()
    {
        Message = $"There is {ingredient.OnHand} of {ingredient.Name}, of which {ingredient.Reserved} is promised to orders.",
        Path = InputPath.Of("quantity"),
        OnHand = ingredient.OnHand,
        Reserved = ingredient.Reserved,
    };
}
