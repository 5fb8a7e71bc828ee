using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Menu;

/// <summary>Menus and their parts as managers change them while they are being served.</summary>
public sealed class MenuPartEditTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    [Fact]
    public async Task What_stands_nowhere_is_found_by_managers()
    {
        var category = await app.EditAsync("createCategory", new { key = "nowhere", name = "Nowhere" });
        var group = await app.EditAsync("createModifierGroup", new { key = "nothing", name = "With nothing?", minSelections = 0, maxSelections = 1, modifiers = new[] { new { key = "it", name = "It", priceDelta = 0 } } });
        var all = await app.Client.QueryAsync("{ categories { id key } modifierGroups { id key modifiers { key } } }");
        Assert.Equal($$"""{"id":"{{category.Text("id")}}","key":"nowhere"}""", all["categories"]!.AsArray().Single(found => found!.Text("key") == "nowhere")!.ToJsonString());
        Assert.Equal($$"""{"id":"{{group.Text("id")}}","key":"nothing","modifiers":[{"key":"it"}]}""", all["modifierGroups"]!.AsArray().Single(found => found!.Text("key") == "nothing")!.ToJsonString());
    }

    [Fact]
    public async Task A_part_of_the_menu_is_made_and_changed()
    {
        var (lunch, dinner) = (Ids.Of("Menu", 2), Ids.Of("Menu", 4));
        var made = await app.EditAsync("createCategory", new { key = "specials", name = "Specials", menuIds = new[] { lunch, lunch } });
        Assert.Equal("""Specials: , [{"name":"Lunch"}]""", $"{made["name"]}: {made["description"]}, {made["menus"]!.ToJsonString()}");
        var id = made["id"]!.GetValue<string>();
        var edited = await app.EditAsync("editCategory", new { categoryId = id, description = "Today.", menuIds = new[] { dinner } });
        Assert.Equal("""Specials: Today., [{"name":"Dinner"}]""", $"{edited["name"]}: {edited["description"]}, {edited["menus"]!.ToJsonString()}");
        Assert.Equal("Dinner", (await app.EditAsync("editCategory", new { categoryId = id, name = "Specials of the day" }))["menus"]![0]!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_menu_is_made_of_parts_that_there_are()
    {
        var (soups, salads) = (Ids.Of("Category", 3), Ids.Of("Category", 4));
        var made = await app.EditAsync("createMenu", new { key = "brunch", name = "Brunch", categoryIds = new[] { salads, soups, salads }, windows = new[] { new { days = new[] { "SUNDAY", "SUNDAY" }, opens = "10:00:00", closes = "15:00:00" } } });
        Assert.Equal(
            """Brunch: , [{"day":"SUNDAY","opens":"10:00:00","closes":"15:00:00"}] [{"name":"Soups"},{"name":"Salads"}]""",
            $"{made["name"]}: {made["description"]}, {made["windows"]!.ToJsonString()} {made["categories"]!.ToJsonString()}");
        var edited = await app.EditAsync("editMenu", new { menuId = made.Text("id"), description = "Late.", categoryIds = new[] { salads } });
        Assert.Equal(
            """Brunch: Late., [{"day":"SUNDAY","opens":"10:00:00","closes":"15:00:00"}] [{"name":"Salads"}]""",
            $"{edited["name"]}: {edited["description"]}, {edited["windows"]!.ToJsonString()} {edited["categories"]!.ToJsonString()}");
        Assert.Equal("Brunch", (await app.Client.QueryAsync("{ menus { name } }"))["menus"]!.AsArray()[^1]!.Text("name"));
    }

    [Fact]
    public async Task A_menu_is_served_when_a_manager_says()
    {
        var own = await RestaurantApp.OpenAsync();
        async Task<string?> ServedAsync() => (await own.Client.QueryAsync("{ currentMenu { name } }"))["currentMenu"]?["name"]?.GetValue<string>();
        Assert.Equal("Dinner", await ServedAsync());
        var menu = await own.EditAsync("editMenu", new { menuId = Ids.Of("Menu", 4), windows = new[] { new { days = new[] { "FRIDAY", "SUNDAY" }, opens = "18:00:00", closes = "01:00:00" } } });
        Assert.Equal("""[{"day":"FRIDAY","opens":"18:00:00","closes":"01:00:00"},{"day":"SUNDAY","opens":"18:00:00","closes":"01:00:00"}]""", menu["windows"]!.ToJsonString());
        Assert.Null(await ServedAsync());
        await own.EditAsync("editMenu", new { menuId = Ids.Of("Menu", 1), windows = new[] { new { days = new[] { "SATURDAY" }, opens = "19:00:00", closes = "19:00:00" } } });
        Assert.Equal("Breakfast", await ServedAsync());
        await own.DisposeAsync();
    }
}
