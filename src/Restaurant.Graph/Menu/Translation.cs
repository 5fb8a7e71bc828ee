using Restaurant.Graph.Platform.Localization;

namespace Restaurant.Graph.Menu;

/// <summary>What one thing on the menu is called in another language than the restaurant's own. Exactly one of the references is there.</summary>
public sealed class Translation : ITranslation
{
    /// <summary>The primary key.</summary>
    public long Id { get; private set; }

    /// <inheritdoc />
    public required string Language { get; init; }

    /// <summary>The name; null where it is the same.</summary>
    public string? Name { get; init; }

    /// <summary>The description; null where it is the same, or there is none.</summary>
    public string? Description { get; init; }

    /// <summary>The menu that it is of.</summary>
    public DaypartMenu? Menu { get; init; }

    /// <summary>The key of <see cref="Menu"/>.</summary>
    public long? MenuId { get; private set; }

    /// <summary>The category that it is of.</summary>
    public Category? Category { get; init; }

    /// <summary>The key of <see cref="Category"/>.</summary>
    public long? CategoryId { get; private set; }

    /// <summary>The dish that it is of.</summary>
    public Dish? Dish { get; init; }

    /// <summary>The key of <see cref="Dish"/>.</summary>
    public long? DishId { get; private set; }

    /// <summary>The modifier group that it is of.</summary>
    public ModifierGroup? ModifierGroup { get; init; }

    /// <summary>The key of <see cref="ModifierGroup"/>.</summary>
    public long? ModifierGroupId { get; private set; }

    /// <summary>The modifier that it is of.</summary>
    public Modifier? Modifier { get; init; }

    /// <summary>The key of <see cref="Modifier"/>.</summary>
    public long? ModifierId { get; private set; }

    /// <summary>The size of a dish that it is of.</summary>
    public DishSize? DishSize { get; init; }

    /// <summary>The key of <see cref="DishSize"/>.</summary>
    public long? DishSizeId { get; private set; }

    /// <summary>The price rule that it is of.</summary>
    public PriceRule? PriceRule { get; init; }

    /// <summary>The key of <see cref="PriceRule"/>.</summary>
    public long? PriceRuleId { get; private set; }
}
