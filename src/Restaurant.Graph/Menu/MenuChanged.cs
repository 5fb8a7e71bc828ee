using Restaurant.Graph.Platform.Events;

namespace Restaurant.Graph.Menu;

/// <summary>The menu has changed: one dish of it, one modifier, or, after an import or an edit of anything else, any part. Without a dish and a modifier, read the whole menu again.</summary>
public sealed class MenuChanged : Event
{
    /// <summary>The dish that has changed, as it is when the message is delivered; null if it is none alone.</summary>
    public Dish? Dish { get; init; }

    /// <summary>The key of <see cref="Dish"/>.</summary>
    public long? DishId { get; private set; }

    /// <summary>The modifier that has changed, as it is when the message is delivered; null if it is none alone.</summary>
    public Modifier? Modifier { get; init; }

    /// <summary>The key of <see cref="Modifier"/>.</summary>
    public long? ModifierId { get; private set; }
}
