using Restaurant.Graph.Platform.Relay;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Inventory;

/// <summary>Why the stock of an ingredient has changed.</summary>
public enum StockMovementKind
{
    /// <summary>It was delivered.</summary>
    Delivery,

    /// <summary>It was cooked; positive where that became waste.</summary>
    Consumption,

    /// <summary>It was thrown away.</summary>
    Waste,

    /// <summary>It was counted, and there was more or less of it.</summary>
    Count,
}

/// <summary>What the amounts of an ingredient are counted in.</summary>
public enum StockUnit
{
    /// <summary>Grams.</summary>
    Gram,

    /// <summary>Milliliters.</summary>
    Milliliter,

    /// <summary>Pieces.</summary>
    Piece,
}

/// <summary>A line of the ledger of an ingredient. It is never changed.</summary>
public sealed class StockMovement : INode
{
    /// <summary>The primary key.</summary>
    public long Id { get; private set; }

    /// <summary>The ingredient.</summary>
    public Ingredient Ingredient { get => field ?? throw new NotLoadedException(nameof(Ingredient)); private set; }

    /// <summary>Why.</summary>
    public required StockMovementKind Kind { get; init; }

    /// <summary>How much has come, or, negative, has gone, in the unit of the ingredient.</summary>
    public required int Quantity { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Why it was thrown away; null where it was not, or where nobody has said.</summary>
    public WasteReason? Reason { get; init; }

    /// <summary>What else there was to say.</summary>
    public string? Note { get; init; }
}
