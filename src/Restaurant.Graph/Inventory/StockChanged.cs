using Restaurant.Graph.Platform.Events;

namespace Restaurant.Graph.Inventory;

/// <summary>
/// The stock of an ingredient has changed: by a delivery, waste or a count, so that it has become low or is so no more, or while there is too little
/// of it for some plate. What orders take of plenty is not told.
/// </summary>
public sealed class StockChanged : Event
{
    /// <summary>The ingredient as it is when the message is delivered, which may be later than this event.</summary>
    public required Ingredient Ingredient { get; init; }

    /// <summary>The key of <see cref="Ingredient"/>.</summary>
    public long IngredientId { get; private set; }

    /// <summary>How much there was after this event, in the unit of the ingredient.</summary>
    public required int OnHand { get; init; }

    /// <summary>How much of that was promised to orders, in the unit of the ingredient.</summary>
    public required int Reserved { get; init; }

    /// <summary>Why there is more or less; null where only what is promised has changed, or the reorder point.</summary>
    public StockMovementKind? Cause { get; init; }

    /// <summary>Whether it was to be ordered anew after this event.</summary>
    public required bool IsLow { get; init; }

    /// <summary>Whether it was so before.</summary>
    public required bool WasLow { get; init; }
}
