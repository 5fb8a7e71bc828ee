using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Graph.Data;
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

    private readonly RestaurantApp _app = RestaurantApp.Of();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task The_seed_is_exported_as_it_is_written()
    {
        var exported = await ExportAsync();
        Assert.True(JsonNode.DeepEquals(MenuFiles.Seed(), exported), exported.ToJsonString());
        await ChangesNothingAsync(exported);
    }

    [Fact]
    public async Task All_that_a_file_can_hold_is_exported()
    {
        var file = Full();
        await _app.ImportAsync(file);
        var exported = await ExportAsync();
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
        var exported = await ExportAsync();

        // What the store room holds stays.
        exported.AsObject().Remove("ingredients");
        Assert.True(JsonNode.DeepEquals(file, exported), exported.ToJsonString());
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
        Assert.Equal(exported.ToJsonString(), (await ExportAsync()).ToJsonString());
    }

    private async Task<JsonNode> ExportAsync()
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return JsonNode.Parse((await scope.ServiceProvider.GetRequiredService<MenuExport>().RunAsync(CancellationToken.None))!)!;
    }
}
