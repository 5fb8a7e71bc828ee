using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Orders;

/// <summary>Ordered is what is served at the time it is meant for.</summary>
public sealed class DaypartTests : IAsyncLifetime
{
    private readonly RestaurantApp _app = RestaurantApp.Of();

    public async Task InitializeAsync()
    {
        await _app.InitializeAsync();

        // Nine in the morning of a Sunday in New York.
        _app.Time.Advance(new DateTimeOffset(2026, 3, 15, 13, 0, 0, TimeSpan.Zero) - _app.Time.GetUtcNow());
        Assert.Equal("Breakfast", (await _app.Client.QueryAsync("{ currentMenu { name } }"))["currentMenu"]!.Text("name"));
    }

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task What_is_served_in_the_evening_is_not_ordered_in_the_morning()
    {
        Assert.Equal(["DISH_NOT_SERVED"], (await PlaceAsync(Steps.Pizza)).Codes());
        Assert.Equal(["DISH_NOT_SERVED"], (await QuoteAsync(Steps.Pizza)).Codes());
        Assert.Equal(["DISH_NOT_SERVED"], (await PlaceAsync(await BreakfastAsync(), Steps.Pizza)).Codes());
        var error = (await PlaceAsync(Steps.Pizza))["errors"]![0]!;
        Assert.Equal(["input", "lines", "0", "dishId"], error["path"]!.AsArray().Select(step => step!.GetValue<string>()));
        Assert.Equal(0, (await _app.Client.QueryAsync("{ orders { totalCount } }"))["orders"]!.Number("totalCount"));
    }

    [Fact]
    public async Task What_is_served_now_is_ordered() => Assert.Empty((await PlaceAsync(await BreakfastAsync())).Codes());

    [Fact]
    public async Task For_later_what_is_served_later_is_ordered_and_nothing_else()
    {
        var evening = new DateTimeOffset(2026, 3, 15, 22, 0, 0, TimeSpan.Zero);
        Assert.Empty((await PlaceAsync(evening, Steps.Pizza)).Codes());
        Assert.Equal(["DISH_NOT_SERVED"], (await PlaceAsync(evening, await BreakfastAsync())).Codes());
    }

    [Fact]
    public async Task What_is_added_has_to_be_served_as_well()
    {
        var breakfast = await BreakfastAsync();
        var id = (await PlaceAsync(breakfast))["order"]!.Text("id");
        Assert.Equal(["DISH_NOT_SERVED"], (await AddAsync(id, Steps.Pizza)).Codes());
        Assert.Empty((await AddAsync(id, breakfast)).Codes());

        // Once the house is closed nothing is served.
        _app.Time.Advance(TimeSpan.FromHours(15));
        Assert.Equal(["DISH_NOT_SERVED"], (await AddAsync(id, breakfast)).Codes());
    }

    [Fact]
    public async Task A_closed_restaurant_says_that_it_is_closed_and_not_that_nothing_is_served()
    {
        _app.Time.Advance(TimeSpan.FromHours(15));
        Assert.Equal(["RESTAURANT_CLOSED"], (await PlaceAsync(Steps.Pizza)).Codes());
    }

    [Fact]
    public async Task Where_it_is_always_open_everything_is_served_at_any_time()
    {
        await using var open = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen);
        open.Time.Advance(TimeSpan.FromHours(14));
        await open.PlaceAsync(Steps.Pizza);
    }

    private Task<JsonNode> PlaceAsync(params long[] dishes) => PlaceAsync(null, dishes);

    private Task<JsonNode> PlaceAsync(DateTimeOffset? scheduledFor, params long[] dishes) =>
        _app.PlaceAsync(new { idempotencyKey = Guid.NewGuid(), type = "TAKEAWAY", scheduledFor, lines = Lines(dishes) });

    private Task<JsonNode> QuoteAsync(params long[] dishes) => _app.MutateAsync("quoteOrder", new { type = "TAKEAWAY", lines = Lines(dishes) }, "quote { total { amount } }");

    private Task<JsonNode> AddAsync(string order, params long[] dishes) => _app.WithOrderAsync("addOrderLines", order, new { lines = Lines(dishes) });

    private static IEnumerable<object> Lines(IEnumerable<long> dishes) => dishes.Select(dish => new { dishId = Ids.Dish(dish), quantity = 1 });

    // One that can be ordered as it is.
    private async Task<long> BreakfastAsync()
    {
        var menu = (await _app.Client.QueryAsync("{ currentMenu { categories { dishes { id modifierGroups { minSelections } } } } }"))["currentMenu"]!;
        var dish = menu["categories"]!.AsArray().SelectMany(category => category!["dishes"]!.AsArray()).First(dish => dish!["modifierGroups"]!.AsArray().Count == 0)!;
        return Enumerable.Range(1, 1000).First(key => Ids.Dish(key) == dish.Text("id"));
    }
}
