using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Menu;

/// <summary>Which dish to take off for now.</summary>
public sealed record MarkDishUnavailableInput
{
    /// <summary>The dish.</summary>
    public required Id<Dish> DishId { get; init; }
}

/// <summary>Which dish to put back.</summary>
public sealed record MarkDishAvailableInput
{
    /// <summary>The dish.</summary>
    public required Id<Dish> DishId { get; init; }
}
