using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Graph.Data;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Menu;

/// <summary>Dishes and choices as managers change them while they are being served.</summary>
public sealed class MenuEditTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    [Fact]
    public async Task A_new_dish_is_on_the_menu_and_can_be_ordered()
    {
        var dish = await app.EditAsync("createDish", new
        {
            key = "pea-soup",
            name = "Pea Soup",
            description = "Green.",
            sizes = new object[] { new { key = "cup", name = "Cup", price = 4.5m, recipePercent = 60 }, new { key = "bowl", name = "Bowl", price = 7m } },
            allergens = new[] { "CELERY", "CELERY" },
            imageUrl = "/images/pea-soup.jpg",
            preparationMinutes = 6,
            categoryId = Ids.Of("Category", 3),
            stationId = Ids.Of("Station", 3),
            taxGroupId = Ids.Of("TaxGroup", 1),
            modifierGroupIds = new[] { Ids.Of("ModifierGroup", 3) },
        });
        var id = dish["id"]!.GetValue<string>();
        dish.AsObject().Remove("id");
        foreach (var size in dish["sizes"]!.AsArray())
        {
            size!.AsObject().Remove("id");
        }

        Assert.Equal(
            """{"name":"Pea Soup","description":"Green.","version":1,"isAvailable":true,"imageUrl":"/images/pea-soup.jpg","allergens":["CELERY"],"dietaryTags":[],"preparationMinutes":6,"price":{"amount":4.50},"sizes":[{"key":"cup","name":"Cup","recipePercent":60,"price":{"amount":4.50}},{"key":"bowl","name":"Bowl","recipePercent":100,"price":{"amount":7.00}}],"category":{"name":"Soups"},"station":{"name":"Pasta and Stove"},"taxGroup":{"name":"Food"},"modifierGroups":[{"name":"Some bread with that?"}]}""",
            dish.ToJsonString());
        Assert.Equal("Pea Soup", await LastOfAsync(3));
        Assert.Equal(["cup", "bowl"], (await CardAsync()).Dishes.Values.Single(known => known.Key == "pea-soup").Sizes.Select(size => size.Key));
        Assert.Equal(486, await TotalAsync(id));
    }

    [Fact]
    public async Task What_is_left_out_of_an_edit_stays_as_it_is()
    {
        var id = Ids.Dish(30);
        var before = await app.EditAsync("editDish", new { dishId = id, expectedVersion = 1, imageUrl = "https://example.com/a%20b.jpg" });
        var after = await app.EditAsync("editDish", new { dishId = id, expectedVersion = 2, price = 99.95m });
        Assert.Equal((2, "https://example.com/a%20b.jpg"), (before["version"]!.GetValue<int>(), after["imageUrl"]!.GetValue<string>()));
        Assert.Equal((3, 99.95m), (after["version"]!.GetValue<int>(), after["price"]!["amount"]!.GetValue<decimal>()));
        (before["version"], before["price"]) = (null, null);
        (after["version"], after["price"]) = (null, null);
        Assert.Equal(before.ToJsonString(), after.ToJsonString());
        Assert.Null((await app.EditAsync("editDish", new { dishId = id, expectedVersion = 3, removeImage = true }))["imageUrl"]);
    }

    [Fact]
    public async Task Sizes_are_known_by_their_keys()
    {
        var id = Ids.Dish(31);
        object Size(string key, decimal price) => new { key, name = key, price };
        async Task<JsonNode> SetAsync(int version, params object[] sizes) => await app.EditAsync("editDish", new { dishId = id, expectedVersion = version, sizes });
        var small = (await SetAsync(1, Size("small", 5), Size("large", 9)))["sizes"]![0]!["id"]!.GetValue<string>();
        var edited = await SetAsync(2, Size("huge", 12), Size("small", 6));
        Assert.Equal(["huge", "small"], edited["sizes"]!.AsArray().Select(size => size!["key"]!.GetValue<string>()));
        Assert.Equal((small, 12), (edited["sizes"]![1]!["id"]!.GetValue<string>(), edited["price"]!["amount"]!.GetValue<decimal>()));
        var without = await SetAsync(3);
        Assert.Equal((0, 12), (without["sizes"]!.AsArray().Count, without["price"]!["amount"]!.GetValue<decimal>()));
    }

    [Fact]
    public async Task A_size_takes_as_much_of_the_recipe_as_before_unless_it_is_said()
    {
        var large = new { key = "large", name = "Large", price = 25 };
        object[] sizes = [large, new { key = "small", name = "Small", price = 9 }];
        Assert.Equal([180, 100], Percents(await app.EditAsync("editDish", new { dishId = Ids.Dish(3), expectedVersion = 1, sizes })));
        Assert.Equal([170], Percents(await app.EditAsync("editDish", new { dishId = Ids.Dish(3), expectedVersion = 2, sizes = new[] { new { large.key, large.name, large.price, recipePercent = 170 } } })));

        static IEnumerable<int> Percents(JsonNode dish) => dish["sizes"]!.AsArray().Select(size => size!["recipePercent"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_dish_that_moves_to_another_part_of_the_menu_is_there_and_nowhere_else()
    {
        var dish = await app.EditAsync("editDish", new { dishId = Ids.Dish(32), expectedVersion = 1, categoryId = Ids.Of("Category", 4), stationId = Ids.Of("Station", 1), taxGroupId = Ids.Of("TaxGroup", 2), modifierGroupIds = Array.Empty<string>() });
        Assert.Equal("Salads, Grill, Soft and Hot Drinks, 0", $"{dish["category"]!["name"]}, {dish["station"]!["name"]}, {dish["taxGroup"]!["name"]}, {dish["modifierGroups"]!.AsArray().Count}");
    }

    [Fact]
    public async Task A_new_price_is_that_of_the_next_order()
    {
        Assert.NotEqual(1080, await TotalAsync(Ids.Dish(Steps.Fries)));
        await app.EditAsync("editDish", new { dishId = Ids.Dish(Steps.Fries), expectedVersion = 1, price = 10 });
        Assert.Equal(1080, await TotalAsync(Ids.Dish(Steps.Fries)));
    }

    [Fact]
    public async Task A_dish_that_is_retired_leaves_the_menu_and_takes_its_price_rules_along()
    {
        var own = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen);
        var file = MenuFiles.Of(MenuFiles.Dish("soup", "Soup"), MenuFiles.Dish("bread", "Bread"));
        var rule = new JsonObject { ["key"] = "soup", ["name"] = "Soup night", ["windows"] = new JsonArray(), ["dish"] = "soup", ["percent"] = -10 };
        file["priceRules"] = new JsonArray(rule);
        await own.ImportAsync(file);
        var id = (await own.Client.QueryAsync("""{ dishes(where: { name: { eq: "Soup" } }) { nodes { id } } }"""))["dishes"]!["nodes"]![0]!["id"]!.GetValue<string>();
        var dish = await own.EditAsync("retireDish", new { dishId = id, expectedVersion = 1 });
        Assert.Equal((false, null, 2), (dish["isAvailable"]!.GetValue<bool>(), dish["category"], dish["version"]!.GetValue<int>()));
        var left = await own.Client.QueryAsync("{ dishes { nodes { name } } priceRules { name } }");
        Assert.Equal("""{"dishes":{"nodes":[{"name":"Bread"}]},"priceRules":[]}""", left.ToJsonString());
        await own.DisposeAsync();
    }

    [Fact]
    public async Task Choices_are_changed()
    {
        var group = await app.EditAsync("editModifierGroup", new { modifierGroupId = Ids.Of("ModifierGroup", 1), name = "More on top?", maxSelections = 2 });
        Assert.Equal("More on top? 0 2", $"{group["name"]} {group["minSelections"]} {group["maxSelections"]}");
        var modifier = await app.EditAsync("editModifier", new { modifierId = Ids.Modifier(1), priceDelta = -0.25m, isDefault = true, allergens = new[] { "MILK" } });
        Assert.Equal("""Extra mozzarella true -0.25 ["MILK"]""", $"{modifier["name"]} {modifier["isDefault"]} {modifier["priceDelta"]!["amount"]} {modifier["allergens"]!.ToJsonString()}");
        Assert.Contains((await CardAsync()).Dishes[Steps.Pizza].ModifierGroups.SelectMany(known => known.Modifiers), known => known.IsDefault);
    }

    [Fact]
    public async Task Every_edit_is_told()
    {
        var own = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen);
        var (category, dish) = (Ids.Of("Category", 1), Ids.Dish(40));
        var last = await LastChangeAsync(own);
        foreach (var (mutation, input, tells) in new (string, object, string?)[]
        {
            ("editDish", new { dishId = dish, expectedVersion = 1, name = "New" }, dish),
            ("retireDish", new { dishId = dish, expectedVersion = 2 }, dish),
            ("createDish", new { key = "new", name = "New", price = 1, preparationMinutes = 1, categoryId = category, stationId = Ids.Of("Station", 1), taxGroupId = Ids.Of("TaxGroup", 1) }, Ids.Dish(237)),
            ("createCategory", new { key = "new", name = "New" }, null),
            ("editCategory", new { categoryId = category, name = "New" }, null),
            ("createMenu", new { key = "new", name = "New" }, null),
            ("editMenu", new { menuId = Ids.Of("Menu", 1), windows = Array.Empty<object>() }, null),
            ("createPriceRule", new { key = "new", name = "New", percent = 5, windows = Array.Empty<object>() }, null),
            ("editPriceRule", new { priceRuleId = Ids.Of("PriceRule", 1), name = "New" }, null),
            ("editModifierGroup", new { modifierGroupId = Ids.Of("ModifierGroup", 1), name = "New" }, null),
            ("editModifier", new { modifierId = Ids.Modifier(1), name = "New" }, null),
        })
        {
            await own.EditAsync(mutation, input);
            var next = await LastChangeAsync(own);
            Assert.Equal((mutation, last.Id + 1, tells), (mutation, next.Id, next.DishId is { } key ? Ids.Dish(key) : null));
            last = next;
        }

        await own.DisposeAsync();
    }

    private static async Task<(long Id, long? DishId)> LastChangeAsync(RestaurantApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RestaurantDb>();
        var last = await db.MenuChanges.OrderByDescending(happened => happened.Id).FirstAsync();
        return (last.Id, last.DishId);
    }

    private async Task<MenuCard> CardAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MenuCards>().CurrentAsync(scope.ServiceProvider.GetRequiredService<RestaurantDb>());
    }

    private async Task<string> LastOfAsync(long category) =>
        (await app.Client.QueryAsync("query($id: ID!) { node(id: $id) { ... on Category { dishes { name } } } }", new { id = Ids.Of("Category", category) }))
            ["node"]!["dishes"]!.AsArray()[^1]!["name"]!.GetValue<string>();

    private async Task<long> TotalAsync(string dishId)
    {
        var payload = await app.PlaceAsync(new { idempotencyKey = Guid.NewGuid(), type = "TAKEAWAY", lines = new[] { new { dishId, quantity = 1 } } });
        Assert.True(payload["errors"] is null, payload.ToJsonString());
        return payload["order"]!["total"]!["minorUnits"]!.GetValue<long>();
    }
}
