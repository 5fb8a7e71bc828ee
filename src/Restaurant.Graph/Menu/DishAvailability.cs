namespace Restaurant.Graph.Menu;

/// <summary>What keeps a dish from being ordered.</summary>
public enum DishUnavailabilityReason
{
    /// <summary>It has left the menu.</summary>
    Retired,

    /// <summary>No menu on offer at that instant has it: see `servedFrom`.</summary>
    NotServed,

    /// <summary>The staff has taken it off for now (86).</summary>
    MarkedUnavailable,

    /// <summary>There is not enough of its ingredients for one regular portion.</summary>
    SoldOut,
}

/// <summary>Whether a dish can be ordered for an instant, and when it is served.</summary>
public sealed record DishAvailability
{
    /// <summary>
    /// Whether the dish can be ordered for the instant: a menu on offer then has it, it is not marked unavailable, and, for now, not sold out. Whether
    /// orders are taken for that instant at all, and whether there is enough for a size or with modifiers, `placeOrder` says.
    /// </summary>
    public required bool CanOrder { get; init; }

    /// <summary>What keeps it from being ordered; null if `canOrder` is true.</summary>
    public DishUnavailabilityReason? Reason { get; init; }

    /// <summary>
    /// When the period begins in which menus on offer have it: the one of the instant, or the next within eight days. Null if there is none, or if
    /// everything is served at any time.
    /// </summary>
    public DateTimeOffset? ServedFrom { get; init; }

    /// <summary>When that period ends; null if `servedFrom` is, or if it goes on for more than eight days.</summary>
    public DateTimeOffset? ServedUntil { get; init; }
}
