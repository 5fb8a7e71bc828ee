using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Menu;

/// <summary>What a second import makes of what a first one brought: keys decide what is the same.</summary>
public sealed class MenuReimportTests : IAsyncLifetime
{
    private readonly RestaurantApp _app = RestaurantApp.Of(RestaurantApp.AlwaysOpen);

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task The_seed_is_served_as_it_is_written()
    {
        var seed = MenuFiles.Seed();
        var written = seed["categories"]!.AsArray().SelectMany(category => category!["dishes"]!.AsArray(), (category, dish) => (category, dish));
        Assert.Equal(
            written.Select(entry => string.Join('|', entry.category!["name"], entry.dish!["name"], entry.dish["description"], (entry.dish["price"] ?? entry.dish["sizes"]![0]!["price"])!.GetValue<decimal>() * 100m, entry.dish["preparationMinutes"], entry.dish["allergens"]!.ToJsonString(), entry.dish["dietaryTags"]!.ToJsonString(), entry.dish["modifierGroups"]!.AsArray().Count)
                .Replace(".00", "", StringComparison.Ordinal)),
            (await DishView.AllAsync(_app.Client)).Select(dish => string.Join('|', dish.Category.Name, dish.Name, dish.Description, dish.Price.MinorUnits, dish.PreparationMinutes, Json(dish.Allergens), Json(dish.DietaryTags), dish.ModifierGroups.Count)));
    }

    [Fact]
    public async Task A_known_dish_is_updated_and_keeps_its_id()
    {
        var menu = MenuFiles.Seed();
        var pizza = menu["categories"]![0]!["dishes"]![0]!;
        menu["categories"]![0]!["dishes"]!.AsArray().RemoveAt(0);
        menu["categories"]![1]!["dishes"]!.AsArray().Insert(0, pizza);
        (pizza["name"], pizza["price"], pizza["station"], pizza["preparationMinutes"]) = ("Regina", 13.75, "grill", 7);
        (pizza["allergens"], pizza["dietaryTags"], pizza["modifierGroups"]) = (new JsonArray("LUPIN"), new JsonArray(), new JsonArray("bread", "doneness"));
        await _app.ImportAsync(menu);

        var dish = (await DishView.AllAsync(_app.Client)).Single(dish => dish.Id == Ids.Dish(1));
        Assert.Equal(("Regina", 1375, "Starters", "Grill", 7), (dish.Name, dish.Price.MinorUnits, dish.Category.Name, dish.Station.Name, dish.PreparationMinutes));
        Assert.Equal("""["LUPIN"] [] Some bread with that?, How would you like it cooked?""", $"{Json(dish.Allergens)} {Json(dish.DietaryTags)} {string.Join(", ", dish.ModifierGroups.Select(group => group.Name))}");
        Assert.Equal("Regina", (await _app.Client.QueryAsync("{ dishes(first: 30) { nodes { name } } }"))["dishes"]!["nodes"]![12]!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_new_dish_is_added_and_one_that_is_missing_is_retired()
    {
        var menu = MenuFiles.Seed();
        var pizzas = menu["categories"]![0]!["dishes"]!.AsArray();
        var entry = pizzas[1]!.DeepClone();
        (entry["key"], entry["name"]) = ("new-pizza", "New Pizza");
        pizzas[1] = entry;
        await _app.ImportAsync(menu);

        var dishes = await DishView.AllAsync(_app.Client);
        Assert.Equal(236, dishes.Count);
        Assert.Equal((Ids.Dish(237), true), (dishes.Single(dish => dish.Name == "New Pizza").Id, dishes.Single(dish => dish.Name == "New Pizza").IsAvailable));
        Assert.DoesNotContain(dishes, dish => dish.Id == Ids.Dish(2));
        var retired = (await _app.Client.QueryAsync("query($id: ID!) { dishById(id: $id) { name isAvailable category { name } } }", new { id = Ids.Dish(2) }))["dishById"]!;
        Assert.Equal("""{"name":"Marinara Pizza","isAvailable":false,"category":null}""", retired.ToJsonString());
        Assert.Equal("DISH_NOT_FOUND", await CodeOfOrderAsync(Ids.Dish(2)));

        await _app.ImportAsync(MenuFiles.Seed());
        Assert.Contains(await DishView.AllAsync(_app.Client), dish => dish.Id == Ids.Dish(2) && dish.IsAvailable);
        Assert.Null(await CodeOfOrderAsync(Ids.Dish(2)));
    }

    [Fact]
    public async Task Whatever_is_changed_of_a_dish_makes_it_a_new_version()
    {
        var menu = MenuFiles.Seed();
        var diavola = menu["categories"]![0]!["dishes"]![2]!;
        var version = 1;
        foreach (var change in new Action[]
        {
            () => diavola["translations"]!["de"]!["name"] = "Diavola",
            () => diavola["translations"]!["fr"] = new JsonObject { ["name"] = "Diavola" },
            () => diavola.AsObject().Remove("translations"),
            () => diavola["sizes"]![1]!["price"] = 24.5m,
            () => diavola["sizes"]![1]!["translations"]!["de"]!["name"] = "Groß",
            () => diavola["sizes"]![1]!.AsObject().Remove("translations"),
            () => diavola["sizes"]!.AsArray().RemoveAt(1),
            () => diavola["modifierGroups"]!.AsArray().RemoveAt(0),
        })
        {
            change();
            await _app.ImportAsync(menu);
            await _app.ImportAsync(menu);
            Assert.Equal((++version, 1), (await VersionAsync(3), await VersionAsync(2)));
        }

        async Task<int> VersionAsync(long dish) =>
            (await _app.Client.QueryAsync("query($id: ID!) { dishById(id: $id) { version } }", new { id = Ids.Dish(dish) }))["dishById"]!["version"]!.GetValue<int>();
    }

    [Fact]
    public async Task A_dish_that_is_sold_out_stays_so_through_an_import()
    {
        await _app.DoAsync("markDishUnavailable", Ids.Dish(3));
        await _app.ImportAsync(MenuFiles.Seed());
        Assert.Equal("DISH_UNAVAILABLE", await CodeOfOrderAsync(Ids.Dish(3)));
    }

    [Fact]
    public async Task Whatever_is_missing_is_no_longer_shown()
    {
        await _app.ImportAsync(MenuFiles.Of(MenuFiles.Dish("soup", "Soup")));
        Assert.Equal(
            """{"menus":[{"name":"Day","categories":[{"name":"All","dishes":[{"name":"Soup"}]}]}],"stations":[{"name":"Stove"}],"tables":[],"dishes":{"totalCount":1}}""",
            (await _app.Client.QueryAsync("{ menus { name categories { name dishes { name } } } stations { name } tables { code } dishes { totalCount } }")).ToJsonString());
    }

    [Fact]
    public async Task Everything_is_in_the_order_of_the_new_file()
    {
        var menu = MenuFiles.Seed();
        foreach (var list in new[] { "stations", "categories", "menus", "tables" })
        {
            Reverse(menu, list);
        }

        Reverse(menu["modifierGroups"]![0]!, "modifiers");
        await _app.ImportAsync(menu);
        var data = await _app.Client.QueryAsync(
            "query($id: ID!) { stations { name } menus { name } tables { code } dishes(first: 1) { nodes { name } } dishById(id: $id) { modifierGroups { modifiers { name } } } }",
            new { id = Ids.Dish(1) });
        Assert.Equal(("Bar", "Late", "P2"), (Text(data["stations"]![0], "name"), Text(data["menus"]![0], "name"), Text(data["tables"]![0], "code")));
        Assert.Equal("London Dry Gin", Text(data["dishes"]!["nodes"]![0], "name"));
        Assert.Equal("Arugula", Text(data["dishById"]!["modifierGroups"]![0]!["modifiers"]![0], "name"));
    }

    private async Task<string?> CodeOfOrderAsync(string dishId) =>
        (await _app.PlaceAsync(new { idempotencyKey = Guid.NewGuid(), type = "TAKEAWAY", lines = new[] { new { dishId, quantity = 1 } } }))["errors"]?[0]?["code"]?.GetValue<string>();

    private static void Reverse(JsonNode node, string list) => node[list] = new JsonArray([.. node[list]!.AsArray().Select(item => item!.DeepClone()).Reverse()]);

    private static string Json(IReadOnlyList<string> values) => $"[{string.Join(',', values.Select(value => $"\"{value}\""))}]";

    private static string? Text(JsonNode? node, string field) => node?[field]?.GetValue<string>();
}
