using System.Text.Json.Serialization;
using Restaurant.Graph.Platform.Import;
using Restaurant.Graph.Platform.Money;

namespace Restaurant.Graph.Menu;

/// <summary>A dish of a menu file.</summary>
internal sealed record DishEntry
{
    public required string Key { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    /// <summary>The price where there are no sizes, each of which has its own; null where there are.</summary>
    public required Money? Price { get; init; }

    [MayBeLeftOut]
    public required IReadOnlyList<SizeEntry> Sizes { get; init; }

    public required IReadOnlyList<Allergen> Allergens { get; init; }

    public required IReadOnlyList<DietaryTag> DietaryTags { get; init; }

    public required string? ImageUrl { get; init; }

    public required int PreparationMinutes { get; init; }

    [JsonIgnore]
    public required string Category { get; init; }

    public required string Station { get; init; }

    public required string TaxGroup { get; init; }

    public required IReadOnlyList<string> ModifierGroups { get; init; }

    [MayBeLeftOut]
    public required IReadOnlyList<RecipeEntry> Recipe { get; init; }

    [MayBeLeftOut]
    [JsonConverter(typeof(TranslationsConverter))]
    public required IReadOnlyList<TranslationEntry> Translations { get; init; }

    /// <summary>Reads a dish of a category.</summary>
    public static DishEntry Read(JsonPart part, string category, MenuKeys keys) => new()
    {
        Key = keys.Key(part, "dishes"),
        Name = part.Text("name", MenuBounds.Name),
        Description = part.Text("description", MenuBounds.Description),
        Translations = TranslationEntry.Read(part),
        Price = part.Has("sizes") && !part.Has("price") ? null : keys.Price(part, "price", min: 0),
        Sizes = part.Has("sizes") ? ReadSizes(part, keys) : [],
        Allergens = MenuKeys.Allergens(part),
        DietaryTags = part.Constants<DietaryTag>("dietaryTags", "a dietary tag"),
        ImageUrl = part.Has("imageUrl") ? ReadImageUrl(part) : null,
        PreparationMinutes = part.Int("preparationMinutes", MenuBounds.PreparationMinutes),
        Category = category,
        Station = keys.Reference(part, "station", "stations"),
        TaxGroup = keys.Reference(part, "taxGroup", "taxGroups"),
        ModifierGroups = keys.References(part, "modifierGroups"),
        Recipe = RecipeEntry.Read(part, keys, min: 1),
    };

    private static IReadOnlyList<SizeEntry> ReadSizes(JsonPart part, MenuKeys keys)
    {
        // Keys are unique within the dish, which has a path of its own even where its key is taken.
        var sizes = part.List("sizes", size => new SizeEntry(
            keys.Key(size, $"sizes of {part.Path}"),
            size.Text("name", MenuBounds.Name),
            keys.Price(size, "price", min: 0),
            size.Has("recipePercent") ? size.Int("recipePercent", MenuBounds.RecipePercent) : MenuBounds.WholeRecipe,
            TranslationEntry.ReadNames(size)));
        if (sizes.Count == 0)
        {
            part.Fault("sizes", "is empty; leave it out and give a price");
        }

        if (part.Has("price"))
        {
            part.Fault("price", "is given beside sizes, of which each has its own");
        }

        return sizes;
    }

    private static string ReadImageUrl(JsonPart part)
    {
        var text = part.Text("imageUrl", MenuBounds.ImageUrl);
        if (text.Length > 0 && !MenuBounds.IsImageUrl(text))
        {
            part.Fault("imageUrl", $"is '{text}' where an address by https or a relative path is needed");
        }

        return text;
    }
}
