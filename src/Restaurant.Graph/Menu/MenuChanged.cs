using Restaurant.Graph.Platform.Events;

namespace Restaurant.Graph.Menu;

/// <summary>The menu has changed: one dish of it, or, after an import, any part.</summary>
public sealed class MenuChanged : Event
{
    /// <summary>The dish that has changed, as it is when the message is delivered; null: read the whole menu again.</summary>
    public Dish? Dish { get; init; }

    /// <summary>The key of <see cref="Dish"/>.</summary>
    public long? DishId { get; private set; }
}
