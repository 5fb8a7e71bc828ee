using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Inventory;

/// <summary>Something that changes the stock of an ingredient.</summary>
public abstract record StockInput : IIdempotentInput
{
    /// <summary>The most that can be moved at once.</summary>
    internal const int MaxQuantity = 10_000_000;

    /// <summary>A new UUID for each new thing to do; the same again when the same is sent again, which then is done once.</summary>
    public required Guid IdempotencyKey { get; init; }

    /// <summary>The ingredient.</summary>
    public required Id<Ingredient> IngredientId { get; init; }

    /// <summary>How much, in the unit of the ingredient, at most 10,000,000.</summary>
    public required int Quantity { get; init; }
}

/// <summary>What has been delivered.</summary>
public sealed record ReceiveDeliveryInput : StockInput;

/// <summary>What has been thrown away.</summary>
public sealed record RecordWasteInput : StockInput
{
    /// <summary>Why.</summary>
    public WasteReason? Reason { get; init; }

    /// <summary>What else there is to say, at most 500 characters.</summary>
    public string? Note { get; init; }
}

/// <summary>What has been found on the shelf.</summary>
public sealed record CountStockInput : StockInput
{
    /// <summary>The version of the ingredient before it was counted.</summary>
    public required int ExpectedVersion { get; init; }
}

/// <summary>When an ingredient is to be ordered anew.</summary>
public sealed record SetReorderPointInput
{
    /// <summary>The ingredient.</summary>
    public required Id<Ingredient> IngredientId { get; init; }

    /// <summary>How much may be left when it is ordered anew, in the unit of the ingredient, at most 10,000,000.</summary>
    public required int ReorderPoint { get; init; }
}
