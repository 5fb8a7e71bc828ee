using System.Text.Json.Serialization;
using Restaurant.Graph.Platform.Import;
using Restaurant.Graph.Platform.Money;

namespace Restaurant.Graph.Menu;

/// <summary>A tax group of a menu file.</summary>
internal sealed record TaxGroupEntry(
    string Key, string Name, [property: JsonPropertyName("percent"), JsonConverter(typeof(PercentConverter))] int BasisPoints);

/// <summary>A station of a menu file.</summary>
internal sealed record StationEntry(string Key, string Name, int Capacity);

/// <summary>A modifier group of a menu file.</summary>
internal sealed record ModifierGroupEntry(
    string Key,
    string Name,
    int MinSelections,
    int MaxSelections,
    IReadOnlyList<ModifierEntry> Modifiers,
    [property: MayBeLeftOut, JsonConverter(typeof(TranslationsConverter))] IReadOnlyList<TranslationEntry> Translations);

/// <summary>A modifier of a menu file.</summary>
internal sealed record ModifierEntry(
    string Key,
    string Name,
    Money PriceDelta,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsDefault,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Station,
    [property: MayBeLeftOut] IReadOnlyList<Allergen> Allergens,
    [property: MayBeLeftOut] IReadOnlyList<RecipeEntry> Recipe,
    [property: MayBeLeftOut, JsonConverter(typeof(TranslationsConverter))] IReadOnlyList<TranslationEntry> Translations);

/// <summary>A size of a dish of a menu file; of one that a manager edits the translations are null where they stay as they are.</summary>
internal sealed record SizeEntry(
    string Key,
    string Name,
    Money Price,
    int RecipePercent,
    [property: MayBeLeftOut, JsonConverter(typeof(TranslationsConverter))] IReadOnlyList<TranslationEntry>? Translations);

/// <summary>How much of an ingredient a dish of a menu file takes, or a modifier adds to it.</summary>
internal sealed record RecipeEntry(string Ingredient, int Quantity)
{
    private const int MaxQuantity = 100_000;

    /// <summary>The recipe of a dish or a modifier; empty where it has none. An ingredient that stands in it twice is one.</summary>
    public static IReadOnlyList<RecipeEntry> Read(JsonPart part, MenuKeys keys, int min)
    {
        var items = part.Has("recipe")
            ? part.List("recipe", item => new RecipeEntry(keys.Reference(item, "ingredient", "ingredients"), item.Int("quantity", min, MaxQuantity)))
            : [];
        return [.. items.GroupBy(item => item.Ingredient, StringComparer.Ordinal).Select(item => new RecipeEntry(item.Key, item.Sum(part => part.Quantity)))];
    }

    /// <summary>That of a modifier, which may take away.</summary>
    public static IReadOnlyList<RecipeEntry> ReadChange(JsonPart part, MenuKeys keys) => Read(part, keys, -MaxQuantity);
}

/// <summary>A category of a menu file.</summary>
internal sealed record CategoryEntry(
    string Key,
    string Name,
    string Description,
    IReadOnlyList<DishEntry> Dishes,
    [property: MayBeLeftOut, JsonConverter(typeof(TranslationsConverter))] IReadOnlyList<TranslationEntry> Translations);

/// <summary>A menu of a menu file.</summary>
internal sealed record MenuEntry(
    string Key,
    string Name,
    string Description,
    IReadOnlyList<WindowEntry> Windows,
    IReadOnlyList<string> Categories,
    [property: MayBeLeftOut, JsonConverter(typeof(TranslationsConverter))] IReadOnlyList<TranslationEntry> Translations);

/// <summary>A serving window of a menu file, on one or more days.</summary>
internal sealed record WindowEntry(IReadOnlyList<DayOfWeek> Days, TimeOnly Opens, TimeOnly Closes)
{
    /// <summary>The entries for windows: those at the same time of day are one.</summary>
    public static IReadOnlyList<WindowEntry> Of(IEnumerable<WeeklyWindow> windows) =>
    [
        .. windows.OrderBy(static window => window.Id)
            .GroupBy(static window => (window.Opens, window.Closes), static window => window.Day)
            .Select(static days => new WindowEntry([.. days.Distinct()], days.Key.Opens, days.Key.Closes)),
    ];
}

/// <summary>A price rule of a menu file: for a category, a dish, or everything.</summary>
internal sealed record PriceRuleEntry(
    string Key,
    string Name,
    IReadOnlyList<WindowEntry> Windows,
    string? Category,
    string? Dish,
    [property: JsonPropertyName("percent"), JsonConverter(typeof(PercentConverter))] int? BasisPoints,
    Money? Amount,
    [property: MayBeLeftOut, JsonConverter(typeof(TranslationsConverter))] IReadOnlyList<TranslationEntry> Translations);

/// <summary>What dishes refer to, by key, stored already.</summary>
internal sealed record MenuParts(
    IReadOnlyDictionary<string, Category> Categories,
    IReadOnlyDictionary<string, Station> Stations,
    IReadOnlyDictionary<string, TaxGroup> TaxGroups,
    IReadOnlyDictionary<string, ModifierGroup> ModifierGroups);
