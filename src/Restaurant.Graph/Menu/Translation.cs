using GraphQL;
using Restaurant.Graph.Platform.Localization;
using Restaurant.Graph.Platform.Reading;

namespace Restaurant.Graph.Menu;

// Exactly one of the references is there.
/// <summary>What one thing on the menu is called in another language than the restaurant's own.</summary>
public sealed class Translation : IRow, ITranslation
{
    /// <summary>The primary key.</summary>
    public long Id { get; private set; }

    /// <summary>The language (BCP 47), such as `de` or `de-AT`.</summary>
    public required string Language { get; init; }

    /// <summary>The name; null where it is read in the next best language.</summary>
    public string? Name { get; private set; }

    /// <summary>The description; null where it is read in the next best language, or there is none.</summary>
    public string? Description { get; private set; }

    /// <summary>The menu that it is of.</summary>
    [Ignore]
    public DaypartMenu? Menu { get; private set; }

    /// <summary>The key of <see cref="Menu"/>.</summary>
    public long? MenuId { get; private set; }

    /// <summary>The category that it is of.</summary>
    [Ignore]
    public Category? Category { get; private set; }

    /// <summary>The key of <see cref="Category"/>.</summary>
    public long? CategoryId { get; private set; }

    /// <summary>The dish that it is of.</summary>
    [Ignore]
    public Dish? Dish { get; private set; }

    /// <summary>The key of <see cref="Dish"/>.</summary>
    public long? DishId { get; private set; }

    /// <summary>The modifier group that it is of.</summary>
    [Ignore]
    public ModifierGroup? ModifierGroup { get; private set; }

    /// <summary>The key of <see cref="ModifierGroup"/>.</summary>
    public long? ModifierGroupId { get; private set; }

    /// <summary>The modifier that it is of.</summary>
    [Ignore]
    public Modifier? Modifier { get; private set; }

    /// <summary>The key of <see cref="Modifier"/>.</summary>
    public long? ModifierId { get; private set; }

    /// <summary>The size of a dish that it is of.</summary>
    [Ignore]
    public DishSize? DishSize { get; private set; }

    /// <summary>The key of <see cref="DishSize"/>.</summary>
    public long? DishSizeId { get; private set; }

    /// <summary>The price rule that it is of.</summary>
    [Ignore]
    public PriceRule? PriceRule { get; private set; }

    /// <summary>The key of <see cref="PriceRule"/>.</summary>
    public long? PriceRuleId { get; private set; }

    internal void Update(TranslationEntry entry) => (Name, Description) = (entry.Name, entry.Description);
}
