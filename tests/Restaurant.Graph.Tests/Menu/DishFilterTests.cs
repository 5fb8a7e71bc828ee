using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Menu;

/// <summary>Every operation finds the dishes for which the same condition holds in C#, no others, and in the order of the menu.</summary>
public sealed class DishFilterTests(DishFilterTests.LargePages app) : IClassFixture<DishFilterTests.LargePages>
{
    private static readonly Dictionary<string, IEnumerable<Condition<DishView>>> ByField = new(StringComparer.Ordinal)
    {
        ["id"] = Conditions.Equality<DishView, string>("id", dish => dish.Id, Ids.Dish(7), Ids.Dish(999_999)),
        ["name"] =
        [
            .. Conditions.Equality<DishView, string>("name", dish => dish.Name, "Roast Tomato Soup", "roast tomato soup"),
            .. Conditions.Text<DishView>("name", dish => dish.Name, "Pizza", "r", "’Nduja", ""),
        ],
        ["isAvailable"] = Conditions.Sameness<DishView, bool>("isAvailable", dish => dish.IsAvailable, true, false),
        ["preparationMinutes"] =
        [
            .. Conditions.Equality<DishView, int>("preparationMinutes", dish => dish.PreparationMinutes, 2, 35),
            .. Conditions.Comparison("preparationMinutes", (DishView dish) => dish.PreparationMinutes, Comparer<int>.Default, 8),
        ],
        ["price"] =
        [
            .. Conditions.Equality<DishView, long>("price.minorUnits", dish => dish.Price.MinorUnits, 1250, 9800),
            .. Conditions.Comparison("price.minorUnits", (DishView dish) => dish.Price.MinorUnits, Comparer<long>.Default, 1450, long.MaxValue),
        ],
        ["station"] = Conditions.Equality<DishView, string>("station.id", dish => dish.Station.Id, Ids.Of("Station", 2), Ids.Of("Station", 7)),
        ["category"] = Conditions.Equality<DishView, string>("category.name", dish => dish.Category.Name, "Soups", "Wine"),
        ["allergens"] = Conditions.List<DishView, Constant>("allergens", dish => Constants(dish.Allergens), Values("GLUTEN", "LUPIN")),
        ["dietaryTags"] = Conditions.List<DishView, Constant>("dietaryTags", dish => Constants(dish.DietaryTags), Values("VEGAN")),
        ["modifierGroups"] = Conditions.List<DishView, ModifierGroupView>("modifierGroups", dish => dish.ModifierGroups, Groups()),
        ["menus"] = Conditions.List<DishView, MenuView>("category.menus", dish => dish.Category.Menus, Conditions.List<MenuView, WindowView>(
            "windows", menu => menu.Windows, Conditions.Sameness("day", (WindowView window) => new Constant(window.Day), new Constant("FRIDAY")).Take(2))),
        ["windows"] = Times().Select(condition => new Condition<DishView>(
            $"{{ category: {{ menus: {{ some: {{ windows: {{ some: {condition.Filter} }} }} }} }} }}",
            dish => dish.Category.Menus.Any(menu => menu.Windows.Any(condition.Holds)))),
    };

    public static TheoryData<string> Fields => [.. ByField.Keys];

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task A_filter_finds_the_dishes_for_which_it_holds(string field)
    {
        var dishes = await DishView.AllAsync(app.Client);
        var wrong = new List<string>();
        foreach (var (filter, holds) in ByField[field])
        {
            var answer = await app.Client.SendAsync($"{{ dishes(first: 1000, where: {filter}) {{ nodes {{ id }} }} }}");
            var expected = dishes.Where(holds).Select(dish => dish.Id).ToList();
            var actual = (answer["data"]?["dishes"]?["nodes"] ?? new JsonArray()).AsArray().Select(node => node!["id"]!.GetValue<string>()).ToList();
            if (answer["errors"] is not null || !expected.SequenceEqual(actual, StringComparer.Ordinal))
            {
                wrong.Add($"{filter}: {actual.Count} dishes where there are {expected.Count}, {answer["errors"]?.ToJsonString()}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static IEnumerable<Condition<Constant>> Values(params string[] names) =>
        Conditions.Equality("", (Constant value) => value, [.. names.Select(name => new Constant(name))]);

    private static IEnumerable<Condition<ModifierGroupView>> Groups() =>
    [
        .. Conditions.Sameness("minSelections", (ModifierGroupView group) => group.MinSelections, 1),
        .. Conditions.List<ModifierGroupView, ModifierView>(
            "modifiers",
            group => group.Modifiers,
            Conditions.Sameness("priceDelta.minorUnits", (ModifierView modifier) => modifier.PriceDelta.MinorUnits, 0).Take(2)),
    ];

    private static IEnumerable<Condition<WindowView>> Times() =>
    [
        .. Conditions.Equality<WindowView, string>("closes", window => window.Closes, "15:00:00", "01:30:00"),
        .. Conditions.Comparison("opens", (WindowView window) => window.Opens, Comparer<string>.Create(string.CompareOrdinal), "12:00:00"),
    ];

    private static List<Constant> Constants(IReadOnlyList<string> names) => [.. names.Select(name => new Constant(name))];

    /// <summary>One page holds all dishes, so that a filter takes one request.</summary>
    public sealed class LargePages() : RestaurantApp(AlwaysOpen, "--Paging:MaxPageSize=1000");
}
