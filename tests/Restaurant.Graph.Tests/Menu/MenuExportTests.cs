using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Menu;

/// <summary>What is exported is what was imported, and can be again.</summary>
public sealed class MenuExportTests : IAsyncLifetime
{
    private const string Everything = """
        {
          menus { id name windows { day opens closes } categories { id name dishes {
            id name version imageUrl price { amount } sizes { id key name recipePercent price { amount } } taxGroup { id basisPoints }
            modifierGroups { id modifiers { id name isDefault allergens } } } } }
          priceRules { id name percent amount { amount } category { id } dish { id } windows { day opens closes } }
          stations { id } tables { id code } taxGroups { id } ingredients { nodes { id name } } dishes { totalCount }
        }
        """;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly object Evenings = new { days = new[] { "MONDAY", "FRIDAY" }, opens = "21:00:00", closes = "01:00:00" };

    private readonly RestaurantApp _app = RestaurantApp.Of();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task The_seed_is_exported_as_it_is_written()
    {
        var exported = await _app.ExportAsync();
        Assert.True(JsonNode.DeepEquals(MenuFiles.Seed(), exported), exported.ToJsonString());
        await ChangesNothingAsync(exported);
    }

    [Fact]
    public async Task All_that_a_file_can_hold_is_exported()
    {
        var file = Full();
        await _app.ImportAsync(file);
        var exported = await _app.ExportAsync();
        await ChangesNothingAsync(exported);

        // What the store room held before stays.
        exported["ingredients"] = new JsonArray(exported["ingredients"]!.AsArray().Last()!.DeepClone());
        Assert.True(JsonNode.DeepEquals(file, exported), exported.ToJsonString());
    }

    [Fact]
    public async Task What_has_left_the_menu_is_not_exported()
    {
        await _app.ImportAsync(Full());
        var file = MenuFiles.Of(MenuFiles.Dish("bread", "Bread"));
        await _app.ImportAsync(file);
        var exported = await _app.ExportAsync();

        // What the store room holds stays.
        exported.AsObject().Remove("ingredients");
        Assert.True(JsonNode.DeepEquals(file, exported), exported.ToJsonString());
    }

    [Fact]
    public async Task What_managers_have_made_is_in_the_file_that_is_exported()
    {
        await _app.EditAsync("createPriceRule", new { key = "late", name = "Late", percent = 5, windows = new[] { Evenings, Evenings }, translations = new[] { new { language = "de", name = "Spät" } } });
        await _app.EditAsync("createMenu", new
        {
            key = "brunch",
            name = "Brunch",
            description = "Late.",
            windows = new[] { new { days = new[] { "SUNDAY" }, opens = "10:00:00", closes = "15:00:00" }, new { days = new[] { "SATURDAY", "SUNDAY" }, opens = "10:00:00", closes = "15:00:00" } },
            categoryIds = new[] { Ids.Of("Category", 3) },
            translations = new[] { new { language = "de", description = "Spät." } },
        });
        var file = await _app.ExportAsync();
        Assert.Equal(
            """{"key":"brunch","name":"Brunch","description":"Late.","windows":[{"days":["SUNDAY","SATURDAY"],"opens":"10:00","closes":"15:00"}],"categories":["soups"],"translations":{"de":{"description":"Spät."}}}""",
            file["menus"]!.AsArray()[^1]!.ToJsonString(Plain));
        Assert.Equal(
            """{"key":"late","name":"Late","windows":[{"days":["MONDAY","FRIDAY"],"opens":"21:00","closes":"01:00"}],"percent":5.00,"translations":{"de":{"name":"Spät"}}}""",
            file["priceRules"]!.AsArray()[^1]!.ToJsonString(Plain));
        await _app.ImportAsync(file);
        Assert.Equal(file.ToJsonString(), (await _app.ExportAsync()).ToJsonString());
    }

    private static JsonNode Full()
    {
        var soup = MenuFiles.Dish("soup", "Käse & <Soup> \"hot\"", 0);
        soup.Remove("price");
        soup["sizes"] = new JsonArray(
            new JsonObject { ["key"] = "cup", ["name"] = "Cup", ["price"] = 4.50m, ["recipePercent"] = 60 },
            new JsonObject { ["key"] = "bowl", ["name"] = "Bowl", ["price"] = 7m, ["recipePercent"] = 100, ["translations"] = German("Schale") });
        soup["imageUrl"] = "https://example.com/images/soup%20of%20the%20day.jpg?size=l";
        soup["modifierGroups"] = new JsonArray("bread");
        soup["translations"] = German("Suppe");
        soup["recipe"] = new JsonArray(new JsonObject { ["ingredient"] = "leek", ["quantity"] = 200 });
        var water = MenuFiles.Dish("water", "Water", 0);
        water["imageUrl"] = "/images/water.jpg";
        var file = MenuFiles.Of(soup, water);
        file["taxGroups"]!.AsArray().Add(new JsonObject { ["key"] = "alcohol", ["name"] = "Alcohol", ["percent"] = 10.25m });
        file["modifierGroups"] = new JsonArray(new JsonObject
        {
            ["key"] = "bread",
            ["name"] = "Bread?",
            ["minSelections"] = 1,
            ["maxSelections"] = 1,
            ["modifiers"] = new JsonArray(
                new JsonObject { ["key"] = "none", ["name"] = "No", ["priceDelta"] = -0.5m },
                new JsonObject { ["key"] = "rye", ["name"] = "Rye", ["priceDelta"] = 0, ["isDefault"] = true, ["allergens"] = new JsonArray("GLUTEN", "SESAME"), ["recipe"] = new JsonArray(new JsonObject { ["ingredient"] = "leek", ["quantity"] = -20 }) }),
            ["translations"] = German("Brot?"),
        });
        file["ingredients"] = new JsonArray(new JsonObject { ["key"] = "leek", ["name"] = "Leek", ["unit"] = "GRAM", ["allergens"] = new JsonArray("CELERY"), ["reorderPoint"] = 50, ["openingStock"] = 700 });
        var late = new JsonObject { ["days"] = new JsonArray("SUNDAY", "MONDAY"), ["opens"] = "22:00", ["closes"] = "02:30" };
        file["priceRules"] = new JsonArray(
            new JsonObject { ["key"] = "late", ["name"] = "Late", ["windows"] = new JsonArray(late), ["percent"] = 12.25m, ["translations"] = German("Spät") },
            new JsonObject { ["key"] = "happy", ["name"] = "Happy hour", ["windows"] = new JsonArray(late.DeepClone()), ["category"] = "all", ["amount"] = -1.5m },
            new JsonObject { ["key"] = "soup", ["name"] = "Soup night", ["windows"] = new JsonArray(), ["dish"] = "soup", ["percent"] = -100 });
        return file;
    }

    private static JsonObject German(string name) => new() { ["de"] = new JsonObject { ["name"] = name } };

    private async Task ChangesNothingAsync(JsonNode exported)
    {
        var before = await _app.Client.SnapshotAsync(Everything);
        await _app.ImportAsync(exported);
        Assert.Equal(before, await _app.Client.SnapshotAsync(Everything));
        Assert.Equal(exported.ToJsonString(), (await _app.ExportAsync()).ToJsonString());
    }
}
