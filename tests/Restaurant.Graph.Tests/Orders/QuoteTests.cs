using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Orders;

/// <summary>A quote is what the order then costs, each cent of it in one of its parts, and orders nothing.</summary>
public sealed class QuoteTests(QuoteTests.WithService app) : IClassFixture<QuoteTests.WithService>
{
    private const string Parts = "subtotal { minorUnits } taxes { percent net { minorUnits } tax { minorUnits } } tax { minorUnits } serviceCharge { minorUnits } rounding { minorUnits } total { minorUnits }";
    private const string Lines = "lines { dishName sizeName quantity unitPrice { minorUnits } adjustment { minorUnits } priceRuleName modifiers { name priceDelta { minorUnits } } lineTotal { minorUnits } }";

    [Theory]
    [InlineData(0, false)]
    [InlineData(0, true)]
    [InlineData(46, false)]
    [InlineData(46, true)]
    public async Task Carts_cost_what_they_were_quoted(int hoursLater, bool isForDrinks)
    {
        // Saturday evening, or the Monday after it, when the rules of happy hour hold.
        var restaurant = await RestaurantApp.OpenAsync(WithService.Settings);
        restaurant.Time.Advance(TimeSpan.FromHours(hoursLater));
        var dishes = (await DishView.AllAsync(restaurant.Client)).Where(dish => !isForDrinks || dish.Sizes.Count > 0 || dish.Station.Name == "Bar").ToList();
        var random = new Random(20261123);
        var (sized, adjusted) = (0, 0);
        for (var index = 0; index < 60; index++)
        {
            var cart = Cart.Of(random, dishes, static _ => 0, maxLines: 8);
            object lines = cart.Lines.Select(line => line.Input);
            var quote = await QuoteAsync(restaurant, new { type = "DINE_IN", tableId = Ids.Of("Table", 1), lines });
            var payload = await restaurant.MutateAsync("placeOrder", new { idempotencyKey = Guid.NewGuid(), type = "DINE_IN", tableId = Ids.Of("Table", 1), lines }, $"order {{ {Parts} {Lines} }}");
            Assert.True(payload["errors"] is null, payload.ToJsonString());
            Assert.Equal(quote.ToJsonString(), payload["order"]!.ToJsonString());
            AssertAddsUp(quote);
            sized += quote["lines"]!.AsArray().Count(line => line!["sizeName"] is not null);
            adjusted += quote["lines"]!.AsArray().Count(line => Units(line!["adjustment"]) < 0);
        }

        Assert.Equal((true, hoursLater > 0), (sized > 0, adjusted > 0));
        await restaurant.DisposeAsync();
    }

    [Fact]
    public async Task Nothing_is_ordered_and_nothing_promised()
    {
        const string Stock = "{ orders { totalCount } ingredients(first: 50) { nodes { reserved version } } }";
        var before = (await app.Client.QueryAsync(Stock)).ToJsonString();
        await QuoteAsync(new { type = "TAKEAWAY", lines = new[] { new { dishId = Ids.Dish(Steps.Pizza), quantity = 2 } } });
        Assert.Equal(before, (await app.Client.QueryAsync(Stock)).ToJsonString());
    }

    [Fact]
    public async Task Service_is_charged_at_the_table_only()
    {
        object[] lines = [new { dishId = Ids.Dish(Steps.Pizza), quantity = 1 }];
        Assert.Equal(156, Units((await QuoteAsync(new { type = "DINE_IN", tableId = Ids.Of("Table", 1), lines }))["serviceCharge"]));
        Assert.Equal(0, Units((await QuoteAsync(new { type = "TAKEAWAY", lines }))["serviceCharge"]));
    }

    private static void AssertAddsUp(JsonNode quote)
    {
        Assert.Equal(Units(quote["subtotal"]), quote["lines"]!.AsArray().Sum(line => Units(line!["lineTotal"])));
        Assert.Equal(Units(quote["subtotal"]), quote["taxes"]!.AsArray().Sum(share => Units(share!["net"])));
        Assert.Equal(Units(quote["tax"]), quote["taxes"]!.AsArray().Sum(share => Units(share!["tax"])));
        Assert.Equal(Units(quote["total"]), Units(quote["subtotal"]) + Units(quote["tax"]) + Units(quote["serviceCharge"]) + Units(quote["rounding"]));
        Assert.Equal(0, Units(quote["total"]) % 5);
    }

    private Task<JsonNode> QuoteAsync(object input) => QuoteAsync(app, input);

    private static async Task<JsonNode> QuoteAsync(RestaurantApp restaurant, object input)
    {
        var payload = await restaurant.MutateAsync("quoteOrder", input, $"quote {{ {Parts} {Lines} }}");
        Assert.True(payload["errors"] is null, payload.ToJsonString());
        return payload["quote"]!;
    }

    private static long Units(JsonNode? money) => money!["minorUnits"]!.GetValue<long>();

    /// <summary>A restaurant that charges for service and rounds to five cents.</summary>
    public sealed class WithService() : RestaurantApp(Settings)
    {
        internal static readonly string[] Settings = [AlwaysOpen, "--Orders:ServiceBasisPoints=1250", "--Orders:RoundTo=5"];
    }
}
