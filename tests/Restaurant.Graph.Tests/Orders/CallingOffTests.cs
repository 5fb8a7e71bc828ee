using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Orders;

/// <summary>What a guest has eaten is not called off, and what the kitchen was called to make is not called off without a word.</summary>
public sealed class CallingOffTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    [Fact]
    public async Task A_line_that_was_served_is_not_called_off_and_keeps_the_others_from_it()
    {
        var id = await ReadyAsync();
        var lines = await LinesAsync(id);
        await app.WithOrderAsync("serveOrderLines", id, new { lineIds = lines.Take(1) });
        var unchanged = (await app.OrderAsync(id)).ToJsonString();
        var payload = await app.WithOrderAsync("voidOrderLines", id, new { lineIds = lines, reason = "Cold" });
        Assert.Equal(["LINE_ACTION_NOT_ALLOWED"], payload.Codes());
        Assert.Equal(unchanged, (await app.OrderAsync(id)).ToJsonString());
    }

    [Fact]
    public async Task The_rest_of_what_was_eaten_can_be_called_off_and_what_was_eaten_is_paid()
    {
        var id = await ReadyAsync();
        var lines = await LinesAsync(id);
        await app.WithOrderAsync("serveOrderLines", id, new { lineIds = lines.Take(1) });
        var order = (await app.WithOrderAsync("voidOrderLines", id, new { lineIds = lines.Skip(1), reason = "Cold" }))["order"]!;
        Assert.Equal("FULFILLED", order.Text("status"));
        Assert.True(order["balance"]!.Number("minorUnits") > 0);
    }

    [Theory]
    [InlineData("startTicket")]
    [InlineData("startTicket", "bumpTicket")]
    public async Task An_order_that_the_kitchen_has_begun_is_not_canceled_without_a_reason(params string[] steps)
    {
        var id = await app.PlaceAsync(Steps.Pizza);
        await app.DoAsync("acceptOrder", id);
        foreach (var step in steps)
        {
            await app.DoAsync(step, Assert.Single(await app.TicketsAsync(id)));
        }

        var unchanged = (await app.OrderAsync(id)).ToJsonString();
        Assert.Equal(["REASON_REQUIRED"], (await app.WithOrderAsync("cancelOrder", id, new { })).Codes());
        Assert.Equal(["REASON_REQUIRED"], (await app.WithOrderAsync("cancelOrder", id, new { reason = " " })).Codes());
        Assert.Equal(unchanged, (await app.OrderAsync(id)).ToJsonString());

        var reason = $"They left after {steps.Length}";
        Assert.Equal("CANCELED", (await app.WithOrderAsync("cancelOrder", id, new { reason }))["order"]!.Text("status"));
        Assert.Equal([reason], (await app.OrderAsync(id))["lines"]!.AsArray().Select(line => line!.Text("voidReason")));
        Assert.Contains(await WastedAsync(), waste => waste.Text("reason") == reason && waste.Number("quantity") == 1);
    }

    [Fact]
    public async Task An_order_that_nobody_has_begun_with_is_canceled_and_rejected_without_a_reason()
    {
        foreach (var mutation in new[] { "cancelOrder", "rejectOrder" })
        {
            var id = await app.PlaceAsync(Steps.Pizza);
            Assert.Empty((await app.WithOrderAsync(mutation, id, new { })).Codes());
        }
    }

    private async Task<string> ReadyAsync()
    {
        var id = await app.PlaceAsync(Steps.Pizza, Steps.Fries);
        await app.DoAsync("acceptOrder", id);
        await app.CookAsync(id);
        return id;
    }

    private async Task<string[]> LinesAsync(string order) => [.. (await app.OrderAsync(order))["lines"]!.AsArray().Select(line => line!.Text("id"))];

    private async Task<IEnumerable<JsonNode>> WastedAsync() => (await app.Client.QueryAsync(
        """{ wasteReport(from: "2026-03-14", to: "2026-03-14") { dishes { dishName reason quantity } } }"""))["wasteReport"]!["dishes"]!.AsArray().Select(dish => dish!);
}
