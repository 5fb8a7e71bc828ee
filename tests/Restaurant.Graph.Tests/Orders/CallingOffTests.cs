using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Orders;

/// <summary>Orders that do not reach the guest.</summary>
public sealed class CallingOffTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    private const string State = """
        query($id: ID!) {
          orderById(id: $id) { lines { status } history { nodes { status } } }
          tickets(where: { order: { id: { eq: $id } } }) { nodes { status } }
        }
        """;

    [Theory]
    [InlineData("PLACED CANCELED", "")]
    [InlineData("PLACED ACCEPTED CANCELED", "VOIDED", "acceptOrder")]
    [InlineData("PLACED ACCEPTED IN_PREPARATION CANCELED", "VOIDED", "acceptOrder", "startTicket")]
    [InlineData("PLACED ACCEPTED IN_PREPARATION READY CANCELED", "VOIDED", "acceptOrder", "startTicket", "bumpTicket")]
    public async Task A_cancelation_calls_off_lines_and_tickets(string history, string tickets, params string[] before)
    {
        var order = await app.PlaceAsync(Steps.Pizza, Steps.Pizza);
        foreach (var mutation in before)
        {
            await app.DoAsync(mutation, mutation == "acceptOrder" ? order : Assert.Single(await app.TicketsAsync(order)));
        }

        await app.DoAsync("cancelOrder", order);
        await AssertStateAsync(order, history, "VOIDED VOIDED", tickets);
    }

    [Fact]
    public async Task A_cancelation_clears_every_station()
    {
        var order = await app.PlaceAsync(Steps.Pizza, Steps.Fries);
        await app.DoAsync("acceptOrder", order);
        await app.DoAsync("startTicket", (await app.TicketsAsync(order))[0]);
        await app.DoAsync("cancelOrder", order);
        await AssertStateAsync(order, "PLACED ACCEPTED IN_PREPARATION CANCELED", "VOIDED VOIDED", "VOIDED VOIDED");
    }

    [Fact]
    public async Task An_order_that_is_rejected_never_comes_to_the_kitchen()
    {
        var order = await app.PlaceAsync(Steps.Pizza);
        await app.DoAsync("rejectOrder", order);
        await AssertStateAsync(order, "PLACED REJECTED", "VOIDED", "");
    }

    private async Task AssertStateAsync(string order, string history, string lines, string tickets)
    {
        var data = await app.Client.QueryAsync(State, new { id = order });
        Assert.Equal(history, Statuses(data["orderById"]!["history"]!["nodes"]!));
        Assert.Equal(lines, Statuses(data["orderById"]!["lines"]!));
        Assert.Equal(tickets, Statuses(data["tickets"]!["nodes"]!));
    }

    private static string Statuses(JsonNode nodes) => string.Join(' ', nodes.AsArray().Select(node => node!.Text("status")));
}
