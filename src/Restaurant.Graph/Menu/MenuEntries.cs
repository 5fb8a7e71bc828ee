using Restaurant.Graph.Platform.Money;

namespace Restaurant.Graph.Menu;

/// <summary>A tax group of a menu file.</summary>
internal sealed record TaxGroupEntry(string Key, string Name, int BasisPoints);

/// <summary>A station of a menu file.</summary>
internal sealed record StationEntry(string Key, string Name, int Capacity);

/// <summary>A modifier group of a menu file.</summary>
internal sealed record ModifierGroupEntry(string Key, string Name, int MinSelections, int MaxSelections, IReadOnlyList<ModifierEntry> Modifiers, IReadOnlyList<TranslationEntry> Translations);

/// <summary>A modifier of a menu file.</summary>
internal sealed record ModifierEntry(string Key, string Name, Money PriceDelta, IReadOnlyList<TranslationEntry> Translations);

/// <summary>How much of an ingredient a dish of a menu file takes.</summary>
internal sealed record RecipeEntry(string Ingredient, int Quantity);

/// <summary>A category of a menu file.</summary>
internal sealed record CategoryEntry(string Key, string Name, string Description, IReadOnlyList<DishEntry> Dishes, IReadOnlyList<TranslationEntry> Translations);

/// <summary>A menu of a menu file.</summary>
internal sealed record MenuEntry(
    string Key, string Name, string Description, IReadOnlyList<WindowEntry> Windows, IReadOnlyList<string> Categories, IReadOnlyList<TranslationEntry> Translations);

/// <summary>A serving window of a menu file, on one or more days.</summary>
internal sealed record WindowEntry(IReadOnlyList<DayOfWeek> Days, TimeOnly Opens, TimeOnly Closes);

/// <summary>What dishes refer to, by key, stored already.</summary>
internal sealed record MenuParts(
    IReadOnlyDictionary<string, Category> Categories,
    IReadOnlyDictionary<string, Station> Stations,
    IReadOnlyDictionary<string, TaxGroup> TaxGroups,
    IReadOnlyDictionary<string, ModifierGroup> ModifierGroups);
