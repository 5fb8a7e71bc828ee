using Restaurant.Graph.Platform.Money;

namespace Restaurant.Graph.Menu;

/// <summary>What becomes of a dish, found right: null is what stays as it is.</summary>
internal sealed record DishEdit
{
    public string? Name { get; init; }

    public string? Description { get; init; }

    /// <summary>The price where there are no sizes.</summary>
    public Money? Price { get; init; }

    public IReadOnlyList<SizeEntry>? Sizes { get; init; }

    public IReadOnlyList<Allergen>? Allergens { get; init; }

    public IReadOnlyList<DietaryTag>? DietaryTags { get; init; }

    public string? ImageUrl { get; init; }

    public bool RemoveImage { get; init; }

    public int? PreparationMinutes { get; init; }

    public long? CategoryId { get; init; }

    public long? StationId { get; init; }

    public long? TaxGroupId { get; init; }

    public IReadOnlyList<ModifierGroup>? ModifierGroups { get; init; }

    public IReadOnlyList<TranslationEntry>? Translations { get; init; }
}
