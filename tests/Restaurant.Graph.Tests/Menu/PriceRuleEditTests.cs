using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Menu;

/// <summary>Managers change prices for a part of the day.</summary>
public sealed class PriceRuleEditTests : IAsyncLifetime
{
    private const long Margherita = 1;
    private const long Elsewhere = 30;

    private static readonly object Always = new { days = Enum.GetNames<DayOfWeek>().Select(day => day.ToUpperInvariant()), opens = "00:00:00", closes = "00:00:00" };

    private readonly RestaurantApp _app = RestaurantApp.Of(RestaurantApp.AlwaysOpen);

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_new_rule_is_in_the_price_of_the_next_quote_until_it_has_no_window()
    {
        var rule = await _app.EditAsync("createPriceRule", new
        {
            key = "pizza-night",
            name = "Pizza night",
            dishId = Ids.Dish(Margherita),
            percent = -10.25m,
            windows = new[] { Always },
            translations = new[] { new { language = "DE", name = "Pizzaabend" } },
        });
        Assert.Equal(
            """Pizza night, -10.25 %, null, Margherita Pizza, [{"language":"de","name":"Pizzaabend"}]""",
            $"{rule["name"]}, {rule["percent"]} %, {Told(rule["category"])}, {rule["dish"]!["name"]}, {rule["translations"]!.ToJsonString()}");
        Assert.Equal(1250 - 128, await CostsAsync());
        var edited = await _app.EditAsync("editPriceRule", new { priceRuleId = rule.Text("id"), amount = 2.5m });
        Assert.Equal(("null", "2.50", "Pizza night"), (Told(edited["percent"]), Told(edited["amount"]!["amount"]), edited.Text("name")));
        Assert.Equal(1500, await CostsAsync());
        Assert.Equal("Pasta night", (await _app.EditAsync("editPriceRule", new { priceRuleId = rule.Text("id"), name = "Pasta night", windows = Array.Empty<object>() })).Text("name"));
        Assert.Equal(1250, await CostsAsync());
    }

    [Fact]
    public async Task A_rule_is_for_a_category_or_for_everything()
    {
        var pizzas = (await _app.Client.QueryAsync("query($id: ID!) { dishById(id: $id) { category { id } } }", new { id = Ids.Dish(Margherita) }))["dishById"]!["category"]!.Text("id");
        var (windows, elsewhere) = (new[] { Always }, await CostsAsync(Elsewhere));
        await _app.EditAsync("createPriceRule", new { key = "all", name = "Everything", amount = -1, windows });
        Assert.Equal(1150, await CostsAsync());
        await _app.EditAsync("createPriceRule", new { key = "pizzas", name = "Pizzas", amount = -2, categoryId = pizzas, windows });
        Assert.Equal(1050, await CostsAsync());
        Assert.Equal(elsewhere - 100, await CostsAsync(Elsewhere));
    }

    [Theory]
    [InlineData(-100, 0)]
    [InlineData(-0.01, 1250)]
    [InlineData(0, 1250)]
    [InlineData(0.04, 1251)]
    [InlineData(100, 2500)]
    public async Task A_percentage_goes_as_far_as_all_of_the_price(decimal percent, long price)
    {
        await _app.EditAsync("createPriceRule", new { key = "rule", name = "Rule", percent, windows = new[] { Always } });
        Assert.Equal(price, await CostsAsync());
    }

    [Fact]
    public async Task There_is_no_rule_for_a_dish_that_has_left_the_menu()
    {
        await _app.EditAsync("retireDish", new { dishId = Ids.Dish(Margherita), expectedVersion = 1 });
        var payload = await _app.TryEditAsync("createPriceRule", new { key = "late", name = "Late", percent = 1, windows = new[] { Always }, dishId = Ids.Dish(Margherita) });
        Assert.Equal(
            """[{"__typename":"DishNotFoundError","code":"DISH_NOT_FOUND","message":"There is no such dish on the menu.","path":["input","dishId"]}]""", payload["errors"]!.ToJsonString());
    }

    private static string Told(JsonNode? value) => value?.ToJsonString() ?? "null";

    private async Task<long> CostsAsync(long dish = Margherita)
    {
        var payload = await _app.MutateAsync("quoteOrder", new { type = "TAKEAWAY", lines = new[] { new { dishId = Ids.Dish(dish), quantity = 1 } } }, "quote { subtotal { minorUnits } }");
        Assert.True(payload["errors"] is null, payload.ToJsonString());
        return payload["quote"]!["subtotal"]!["minorUnits"]!.GetValue<long>();
    }
}
