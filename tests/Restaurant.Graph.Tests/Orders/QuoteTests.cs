using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Orders;

/// <summary>A quote is what the order then costs, each cent of it in one of its parts, and orders nothing.</summary>
public sealed class QuoteTests(QuoteTests.WithService app) : IClassFixture<QuoteTests.WithService>
{
    private const string Parts = "subtotal { minorUnits } taxes { percent net { minorUnits } tax { minorUnits } } tax { minorUnits } serviceCharge { minorUnits } rounding { minorUnits } total { minorUnits }";

    [Fact]
    public async Task Two_hundred_carts_cost_what_they_were_quoted()
    {
        var dishes = await DishView.AllAsync(app.Client);
        var random = new Random(20261123);
        for (var index = 0; index < 200; index++)
        {
            var cart = Cart.Of(random, dishes, static _ => 0, maxLines: 8);
            object lines = cart.Lines.Select(line => line.Input);
            var quote = await QuoteAsync(new { type = "DINE_IN", tableId = Ids.Of("Table", 1), lines });
            var payload = (await app.Client.QueryAsync(
                $"mutation($input: PlaceOrderInput!) {{ placeOrder(input: $input) {{ order {{ {Parts} lines {{ lineTotal {{ minorUnits }} }} }} errors {{ ... on Error {{ message }} }} }} }}",
                new { input = new { idempotencyKey = Guid.NewGuid(), type = "DINE_IN", tableId = Ids.Of("Table", 1), lines } }))["placeOrder"]!;
            Assert.True(payload["errors"] is null, payload.ToJsonString());
            Assert.Equal(quote.ToJsonString(), payload["order"]!.ToJsonString());
            AssertAddsUp(quote);
        }
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

    private async Task<JsonNode> QuoteAsync(object input)
    {
        var payload = await app.MutateAsync("quoteOrder", input, $"quote {{ {Parts} lines {{ lineTotal {{ minorUnits }} }} }}");
        Assert.True(payload["errors"] is null, payload.ToJsonString());
        return payload["quote"]!;
    }

    private static long Units(JsonNode? money) => money!["minorUnits"]!.GetValue<long>();

    /// <summary>A restaurant that charges for service and rounds to five cents.</summary>
    public sealed class WithService() : RestaurantApp(AlwaysOpen, "--Orders:ServiceBasisPoints=1250", "--Orders:RoundTo=5");
}
