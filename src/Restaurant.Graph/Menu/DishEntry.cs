using Restaurant.Graph.Platform.Import;
using Restaurant.Graph.Platform.Money;

namespace Restaurant.Graph.Menu;

/// <summary>A dish of a menu file.</summary>
internal sealed record DishEntry
{
    public required string Key { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public required Money Price { get; init; }

    public required IReadOnlyList<Allergen> Allergens { get; init; }

    public required IReadOnlyList<DietaryTag> DietaryTags { get; init; }

    public required int PreparationMinutes { get; init; }

    public required string Category { get; init; }

    public required string Station { get; init; }

    public required string TaxGroup { get; init; }

    public required IReadOnlyList<string> ModifierGroups { get; init; }

    public required IReadOnlyList<RecipeEntry> Recipe { get; init; }

    public required IReadOnlyList<TranslationEntry> Translations { get; init; }

    /// <summary>Reads a dish of a category.</summary>
    public static DishEntry Read(JsonPart part, string category, MenuKeys keys) => new()
    {
        Key = keys.Key(part, "dishes"),
        Name = part.Text("name", 1, 100),
        Description = part.Text("description", 0, 1000),
        Translations = TranslationEntry.Read(part),
        Price = keys.Price(part, "price", min: 0),
        Allergens = part.Constants<Allergen>("allergens", "one of the fourteen allergens"),
        DietaryTags = part.Constants<DietaryTag>("dietaryTags", "a dietary tag"),
        PreparationMinutes = part.Int("preparationMinutes", 1, 240),
        Category = category,
        Station = keys.Reference(part, "station", "stations"),
        TaxGroup = keys.Reference(part, "taxGroup", "taxGroups"),
        ModifierGroups = keys.References(part, "modifierGroups"),
        Recipe = RecipeEntry.Read(part, keys, min: 1),
    };
}
