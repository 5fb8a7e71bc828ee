using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Menu;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Orders;

/// <summary>Several menus are on offer at once: what is on any of them is served.</summary>
public sealed class ServedTogetherTests : IAsyncLifetime
{
    private const string Availability =
        "query($id: ID!, $at: DateTime) { dishById(id: $id) { isAvailable availability(at: $at) { canOrder reason servedFrom servedUntil } } }";

    private readonly RestaurantApp _app = RestaurantApp.Of();
    private string _porridge = "";

    public async Task InitializeAsync()
    {
        await _app.InitializeAsync();
        var menus = await _app.Client.QueryAsync("{ menus { name categories { id dishes { id modifierGroups { minSelections } } } } }");
        var breakfast = menus["menus"]!.AsArray().Single(menu => menu!.Text("name") == "Breakfast")!;
        var category = breakfast["categories"]!.AsArray().First(part => part!["dishes"]!.AsArray().Any(IsPlain))!;
        _porridge = category["dishes"]!.AsArray().First(IsPlain)!.Text("id");
        await _app.EditAsync("createMenu", new
        {
            key = "bar",
            name = "All day",
            categoryIds = new[] { category.Text("id") },
            windows = new[] { new { days = new[] { "SATURDAY" }, opens = "11:00:00", closes = "23:00:00" } },
        });
    }

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_dish_of_any_menu_on_offer_is_ordered()
    {
        Assert.Equal("Dinner", (await _app.Client.QueryAsync("{ currentMenu { name } }"))["currentMenu"]!.Text("name"));
        Assert.Equal(["Dinner", "All day"], await NamesAsync());
        Assert.Empty((await OrderAsync(_porridge, Ids.Dish(Steps.Pizza))).Codes());
        _app.Time.Advance(TimeSpan.FromHours(4.5));
        Assert.DoesNotContain("All day", await NamesAsync());
        Assert.Equal(["DISH_NOT_SERVED"], (await OrderAsync(_porridge)).Codes());
    }

    [Fact]
    public async Task A_dish_says_when_it_is_served_and_whether_it_can_be_ordered()
    {
        // Breakfast from eight is followed by the bar from eleven.
        Assert.Equal(
            ("true", "", "2026-03-14T12:00:00.000Z", "2026-03-15T03:00:00.000Z"), await AvailabilityAsync(_porridge));
        var (canOrder, reason, from, _) = await AvailabilityAsync(_porridge, "2026-03-15T03:00:00Z");
        Assert.Equal(("false", "NOT_SERVED", "2026-03-15T12:00:00.000Z"), (canOrder, reason, from));
        Assert.Equal("true", (await AvailabilityAsync(_porridge, from)).CanOrder);
        foreach (var at in new[] { "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z" })
        {
            Assert.NotEmpty((await AvailabilityAsync(_porridge, at)).CanOrder);
        }
    }

    [Fact]
    public async Task A_dish_that_is_86d_cannot_be_ordered_although_it_is_served()
    {
        await _app.TryAsync("markDishUnavailable", _porridge);
        var (canOrder, reason, from, _) = await AvailabilityAsync(_porridge);
        Assert.Equal(("false", "MARKED_UNAVAILABLE", "2026-03-14T12:00:00.000Z"), (canOrder, reason, from));
    }

    [Fact]
    public async Task All_dishes_of_a_page_say_so_at_once_and_follow_the_clock_without_a_write()
    {
        const string Query = "{ dishes(first: 50) { nodes { name availability { canOrder } } } }";
        var evening = (await _app.Client.QueryAsync(Query)).ToJsonString();
        Assert.Equal(evening, (await _app.Client.QueryAsync(Query)).ToJsonString());
        _app.Time.Advance(TimeSpan.FromHours(8));
        Assert.NotEqual(evening, (await _app.Client.QueryAsync(Query)).ToJsonString());
    }

    [Fact]
    public async Task Sales_by_daypart_say_which_menus_were_on_offer()
    {
        await OrderAsync(Ids.Dish(Steps.Pizza));
        var report = await _app.Client.QueryAsync("""{ salesReport(from: "2026-03-14", to: "2026-03-14", by: DAYPART) { rows { name orders } } }""");
        Assert.Equal("""[{"name":"Dinner, All day","orders":1}]""", report["salesReport"]!["rows"]!.ToJsonString());
    }

    [Fact]
    public async Task Where_orders_are_taken_at_any_time_every_menu_is_on_offer()
    {
        await using var open = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen);
        var data = await open.Client.QueryAsync("{ menus { id } currentMenus { id } dishes(first: 1) { nodes { availability { canOrder servedFrom servedUntil } } } }");
        Assert.Equal(data["menus"]!.ToJsonString(), data["currentMenus"]!.ToJsonString());
        Assert.Equal("""{"canOrder":true,"servedFrom":null,"servedUntil":null}""", data["dishes"]!["nodes"]![0]!["availability"]!.ToJsonString());
    }

    private static bool IsPlain(JsonNode? dish) => dish!["modifierGroups"]!.AsArray().All(group => group!.Number("minSelections") == 0);

    private async Task<IEnumerable<string>> NamesAsync() =>
        (await _app.Client.QueryAsync("{ currentMenus { name } }"))["currentMenus"]!.AsArray().Select(menu => menu!.Text("name"));

    private async Task<(string CanOrder, string Reason, string From, string Until)> AvailabilityAsync(string id, string? at = null)
    {
        var found = (await _app.Client.QueryAsync(Availability, new { id, at }))["dishById"]!["availability"]!;
        return (found["canOrder"]!.ToJsonString(), $"{found["reason"]}", $"{found["servedFrom"]}", $"{found["servedUntil"]}");
    }

    private Task<JsonNode> OrderAsync(params string[] dishes) =>
        _app.PlaceAsync(new { idempotencyKey = Guid.NewGuid(), type = "TAKEAWAY", lines = dishes.Select(dishId => new { dishId, quantity = 1 }) });
}
