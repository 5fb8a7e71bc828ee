using Restaurant.Graph.Tests.Support;
using Snapshooter;
using Snapshooter.Xunit;

namespace Restaurant.Graph.Tests.Menu;

/// <summary>What a manager can do wrong with the menu: all of it is told at once, each with its path, and nothing is changed.</summary>
public sealed class MenuEditErrorTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    private const long Nothing = 999_999;

    private static readonly string Long = new('x', 1001);

    private static readonly (string Name, string Mutation, object Input)[] Wrong =
    [
        ("EverythingOfANewDish", "createDish", new
        {
            key = "Pea Soup",
            name = "",
            description = Long,
            allergens = Array.Empty<string>(),
            imageUrl = "http://example.com/soup.jpg",
            preparationMinutes = 0,
            categoryId = Ids.Of("Category", Nothing),
            stationId = Ids.Of("Station", Nothing),
            taxGroupId = Ids.Of("TaxGroup", Nothing),
            modifierGroupIds = new[] { Ids.Of("ModifierGroup", 1), Ids.Of("ModifierGroup", Nothing) },
        }),
        ("SizesOfANewDish", "createDish", new
        {
            key = "margherita-pizza",
            name = "Soup",
            price = 1.005m,
            sizes = new object[] { new { key = "small", name = "", price = -1, recipePercent = 0 }, new { key = "small", name = "Small", price = 100_000.01m, recipePercent = 1001 } },
            preparationMinutes = 241,
            categoryId = Ids.Of("Category", 1),
            stationId = Ids.Of("Station", 1),
            taxGroupId = Ids.Of("TaxGroup", 1),
        }),
        ("NoDish", "editDish", new { dishId = Ids.Dish(Nothing), expectedVersion = 1 }),
        ("StaleDish", "editDish", new { dishId = Ids.Dish(1), expectedVersion = 7, name = "" }),
        ("PriceBesideSizes", "editDish", new { dishId = Ids.Dish(3), expectedVersion = 1, price = 5 }),
        ("Image", "editDish", new { dishId = Ids.Dish(1), expectedVersion = 1, imageUrl = "//example.com/soup.jpg" }),
        ("RetireNoDish", "retireDish", new { dishId = Ids.Dish(Nothing), expectedVersion = 1 }),
        ("RetireStaleDish", "retireDish", new { dishId = Ids.Dish(1), expectedVersion = 0 }),
        ("TakenCategory", "createCategory", new { key = "soups", name = Long, menuIds = new[] { Ids.Of("Menu", Nothing) } }),
        ("NoCategory", "editCategory", new { categoryId = Ids.Of("Category", Nothing), description = Long }),
        ("NoMenu", "editMenu", new
        {
            menuId = Ids.Of("Menu", Nothing),
            name = "",
            windows = new[] { new { days = new[] { "MONDAY" }, opens = "08:00:30", closes = "10:00:00" }, new { days = Array.Empty<string>(), opens = "08:00:00", closes = "10:00:00" } },
            categoryIds = new[] { Ids.Of("Category", 1), Ids.Of("Category", Nothing) },
        }),
        ("TakenMenu", "createMenu", new { key = "dinner", name = "Dinner", description = Long }),
        ("EverythingOfANewRule", "createPriceRule", new
        {
            key = "Happy",
            name = "",
            windows = new[] { new { days = new[] { "MONDAY" }, opens = "08:00:00", closes = "10:00:59" } },
            percent = 100.01m,
            amount = 100_001,
            categoryId = Ids.Of("Category", Nothing),
            dishId = Ids.Dish(Nothing),
        }),
        ("TakenRuleThatAddsNothing", "createPriceRule", new { key = "happy-hour-cocktails", name = "Happy", windows = Array.Empty<object>() }),
        ("NoRule", "editPriceRule", new { priceRuleId = Ids.Of("PriceRule", Nothing), percent = -0.001m }),
        ("PercentThatIsTooLong", "editPriceRule", new { priceRuleId = Ids.Of("PriceRule", 1), percent = -79228162514264337593543950335m }),
        ("Translations", "editDish", new
        {
            dishId = Ids.Dish(3),
            expectedVersion = 1,
            translations = new object[] { new { language = "german", name = "Suppe" }, new { language = "de", name = "" }, new { language = "DE", description = "" }, new { language = "fr" }, new { language = "EN", name = "Soup" } },
            sizes = new[] { new { key = "regular", name = "Regular", price = 1, translations = new[] { new { language = "it", name = Long } } } },
        }),
        ("TranslationsOfANewGroup", "createModifierGroup", new
        {
            key = "bread",
            name = "Bread?",
            minSelections = 0,
            maxSelections = 1,
            translations = new[] { new { language = "", name = "Brot?" } },
            modifiers = new object[] { new { key = "rye", name = "Rye", priceDelta = 0, translations = new[] { new { language = "de", name = "" } } } },
        }),
        ("NoGroup", "editModifierGroup", new { modifierGroupId = Ids.Of("ModifierGroup", Nothing), name = "", minSelections = -1, maxSelections = 21, translations = new[] { new { language = "de", name = "" } } }),
        ("MoreThanThereAre", "editModifierGroup", new { modifierGroupId = Ids.Of("ModifierGroup", 2), minSelections = 5, maxSelections = 4 }),
        ("DefaultsOfGroup", "editModifierGroup", new { modifierGroupId = Ids.Of("ModifierGroup", 4), minSelections = 2, maxSelections = 2 }),
        ("EverythingOfANewGroup", "createModifierGroup", new
        {
            key = "bread",
            name = "",
            minSelections = 2,
            maxSelections = 21,
            modifiers = new object[] { new { key = "rye", name = "Rye", priceDelta = 0.001m }, new { key = "rye", name = "", priceDelta = 1, stationId = Ids.Of("Station", Nothing), isDefault = true } },
        }),
        ("NewGroupOfNothing", "createModifierGroup", new { key = "No Bread", name = "Bread?", minSelections = 0, maxSelections = 1, modifiers = Array.Empty<object>() }),
        ("NewModifierOfNoGroup", "createModifier", new { modifierGroupId = Ids.Of("ModifierGroup", Nothing), key = "Rye", name = "", priceDelta = 100_001, stationId = Ids.Of("Station", Nothing), translations = new[] { new { language = "de", name = "" } } }),
        ("NewModifierThatIsThere", "createModifier", new { modifierGroupId = Ids.Of("ModifierGroup", 4), key = "rare", name = "Rare", priceDelta = 0, isDefault = true }),
        ("NewModifierWithMoreOffThanTheDishCosts", "createModifier", new { modifierGroupId = Ids.Of("ModifierGroup", 1), key = "nothing", name = "Nothing", priceDelta = -11.01m }),
        ("Blank", "editMenu", new { menuId = Ids.Of("Menu", 1), name = " \u00a0", translations = new[] { new { language = "de", name = "\t" }, new { language = new string('x', 1000), name = "x" } } }),
        ("RetireNoModifier", "retireModifier", new { modifierId = Ids.Modifier(Nothing) }),
        ("NoModifier", "editModifier", new { modifierId = Ids.Modifier(Nothing), name = "", priceDelta = -100_001, translations = new[] { new { language = "de", name = "" } } }),
        ("MoreOffThanTheDishCosts", "editModifier", new { modifierId = Ids.Modifier(1), priceDelta = -11.01m }),
        ("OneDefaultTooMany", "editModifier", new { modifierId = Ids.Modifier(16), isDefault = true }),
    ];

    /// <summary>Their names.</summary>
    public static TheoryData<string> Names => [.. Wrong.Select(wrong => wrong.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_is_wrong_is_told_with_its_path(string name)
    {
        var (_, mutation, input) = Wrong.Single(wrong => wrong.Name == name);
        var before = await StateAsync();
        Snapshot.Match(await app.Client.SnapshotAsync(MenuEdits.Document(mutation), new { input }), SnapshotNameExtension.Create(name));
        Assert.Equal(before, await StateAsync());
    }

    [Theory]
    [InlineData("https://example.com/a.jpg", true)]
    [InlineData("HTTPS://example.com/a.jpg", true)]
    [InlineData("images/a.jpg", true)]
    [InlineData("/images/a%20b.jpg?w=1#x", true)]
    [InlineData("http://example.com/a.jpg", false)]
    [InlineData("//example.com/a.jpg", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("data:image/png;base64,AAAA", false)]
    [InlineData("https://user:secret@example.com/a.jpg", false)]
    public void An_image_is_at_an_address_by_https_or_at_a_relative_path(string text, bool isRight) =>
        Assert.Equal(isRight, Restaurant.Graph.Menu.MenuBounds.IsImageUrl(text));

    [Theory]
    [InlineData("a b")]
    [InlineData("")]
    [InlineData("https://exa mple.com")]
    [InlineData("\\\\server\\a.jpg")]
    public async Task What_is_no_address_at_all_is_no_input(string imageUrl)
    {
        var answer = await app.Client.SendAsync(MenuEdits.Document("editDish"), new { input = new { dishId = Ids.Dish(1), expectedVersion = 1, imageUrl } });
        Assert.EndsWith(" to 'URI'", answer["errors"]![0]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    private async Task<string> StateAsync() => (await app.Client.QueryAsync(
        """
        {
          priceRules { name percent amount { amount } windows { day } } menus { name windows { day } categories { name description menus { name } dishes { name version imageUrl price { amount } sizes { id } modifierGroups { name minSelections maxSelections modifiers { name isDefault } } } } }
        }
        """)).ToJsonString();
}
