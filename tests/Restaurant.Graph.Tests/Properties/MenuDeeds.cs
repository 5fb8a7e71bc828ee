using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Properties;

/// <summary>What people do with the menu.</summary>
internal static class MenuDeeds
{
    /// <summary>All of it.</summary>
    public static IReadOnlyList<Deed> All { get; } =
    [
        new("createCategory", 1, sight => new { key = Name(sight), name = "Specials", menuIds = new[] { sight.Any("menus")!.Text("id") } }),
        new("editCategory", 1, sight => new { categoryId = Category(sight), description = $"What {sight.Random.Next(100)} guests like.", translations = Names(sight) }),
        new("createDish", 2, sight => new
        {
            key = Name(sight), name = "Dish of the Day", price = sight.Amount(30), preparationMinutes = sight.Random.Next(1, 30), categoryId = Category(sight),
            stationId = sight.Any("stations")!.Text("id"), taxGroupId = sight.Any("taxGroups")!.Text("id"),
        }),
        new("editDish", 2, sight => Last(sight, dish => new { dishId = dish.Text("id"), expectedVersion = dish.Number("version"), price = sight.Amount(30), stationId = sight.Any("stations")!.Text("id"), translations = Names(sight) })),
        new("retireDish", 1, sight => Last(sight, dish => new { dishId = dish.Text("id"), expectedVersion = dish.Number("version") })),
        new("markDishUnavailable", 2, sight => new { dishId = sight.One(sight.Dishes).Id }),
        new("markDishAvailable", 4, sight => new { dishId = sight.One(sight.Dishes).Id }),
        new("createModifierGroup", 1, sight => new { key = Name(sight), name = "And with that?", minSelections = 0, maxSelections = 1, modifiers = new[] { new { key = "bread", name = "Bread", priceDelta = sight.Amount(4) } } }),
        new("createModifier", 1, sight => new { modifierGroupId = sight.One(Groups(sight)).Id, key = Name(sight), name = "Something new", priceDelta = sight.Amount(4) }),
        new("retireModifier", 1, sight => new { modifierId = sight.One(sight.One(Groups(sight)).Modifiers).Id }),
        new("editModifierGroup", 1, sight => new { modifierGroupId = sight.One(Groups(sight)).Id, name = $"Which of these {sight.Random.Next(100)}?" }),
        new("editModifier", 2, sight => new { modifierId = sight.One(sight.One(Groups(sight)).Modifiers).Id, priceDelta = sight.Amount(4) }),
        new("createMenu", 1, sight => new { key = Name(sight), name = "Brunch", categoryIds = new[] { Category(sight) } }),
        new("editMenu", 1, sight => new { menuId = sight.Any("menus")!.Text("id"), windows = Windows(sight) }),
        new("createPriceRule", 1, sight => new { key = Name(sight), name = "Quiet Hour", windows = Windows(sight), percent = -sight.Random.Next(1, 50), categoryId = Category(sight) }),
        new("editPriceRule", 1, sight => new { priceRuleId = sight.Any("priceRules")!.Text("id"), amount = sight.Amount(2), windows = Windows(sight) }),
    ];

    /// <summary>The choices that come with dishes.</summary>
    internal static List<ModifierGroupView> Groups(Sight sight) => [.. sight.Dishes.SelectMany(dish => dish.ModifierGroups)];

    private static string Name(Sight sight) => $"new-{sight.Key():N}";

    private static string Category(Sight sight) => sight.One<JsonNode?>([.. sight.Any("menus")!["categories"]!.AsArray()])!.Text("id");

    private static object[] Names(Sight sight) => [.. sight.One<string[]>([], ["de"], ["fr", "de"]).Select(language => new { language, name = $"Numero {sight.Random.Next(100)}" })];

    private static object[] Windows(Sight sight) => [new { days = new[] { "MONDAY", "FRIDAY" }, opens = $"{sight.Random.Next(6, 12):00}:00:00", closes = "21:00:00" }];

    private static object? Last(Sight sight, Func<JsonNode, object> input) => sight.Any("dishes") is { } dish ? input(dish) : null;
}
