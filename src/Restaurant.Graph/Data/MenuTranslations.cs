using Restaurant.Graph.Menu;

namespace Restaurant.Graph.Data;

/// <summary>The translations of a menu file, for what was stored of it.</summary>
internal static class MenuTranslations
{
    /// <summary>All of them.</summary>
    public static IEnumerable<Translation> Of(
        MenuFile file, MenuParts parts, IReadOnlyDictionary<string, Dish> dishes, IReadOnlyDictionary<string, DaypartMenu> menus, IReadOnlyDictionary<string, PriceRule> rules) =>
    [
        .. from entry in file.Menus
           from text in entry.Translations
           select new Translation { Menu = menus[entry.Key], Language = text.Language, Name = text.Name, Description = text.Description },
        .. from entry in file.Categories
           from text in entry.Translations
           select new Translation { Category = parts.Categories[entry.Key], Language = text.Language, Name = text.Name, Description = text.Description },
        .. from category in file.Categories
           from entry in category.Dishes
           from text in entry.Translations
           select new Translation { Dish = dishes[entry.Key], Language = text.Language, Name = text.Name, Description = text.Description },
        .. from category in file.Categories
           from entry in category.Dishes
           from size in dishes[entry.Key].Sizes
           from text in entry.Sizes.Single(one => string.Equals(one.Key, size.Key, StringComparison.Ordinal)).Translations
           select new Translation { DishSize = size, Language = text.Language, Name = text.Name },
        .. from entry in file.PriceRules
           from text in entry.Translations
           select new Translation { PriceRule = rules[entry.Key], Language = text.Language, Name = text.Name },
        .. from entry in file.ModifierGroups
           from text in entry.Translations
           select new Translation { ModifierGroup = parts.ModifierGroups[entry.Key], Language = text.Language, Name = text.Name },
        .. from entry in file.ModifierGroups
           from modifier in parts.ModifierGroups[entry.Key].Modifiers
           from text in entry.Modifiers.Single(choice => string.Equals(choice.Key, modifier.Key, StringComparison.Ordinal)).Translations
           select new Translation { Modifier = modifier, Language = text.Language, Name = text.Name },
    ];
}
