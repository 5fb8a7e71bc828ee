using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Orders;

/// <summary>Orders on their way from the guest to the kitchen and back, over HTTP, followed over a WebSocket.</summary>
public sealed class JourneyTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    [Fact]
    public async Task An_order_goes_the_whole_way_and_every_step_is_told()
    {
        var id = await app.PlaceAsync(Steps.Pizza);
        await using var follower = await Follower.OrderAsync(app.Endpoint, id);
        var placed = await follower.NextAsync();
        await app.DoAsync("acceptOrder", id);
        var ticket = Assert.Single(await app.TicketsAsync(id));
        await app.DoAsync("startTicket", ticket);
        await app.DoAsync("bumpTicket", ticket);
        await app.DoAsync("fulfillOrder", id);

        List<JsonNode> told = [placed, .. await follower.NextAsync(4)];
        Assert.Equal(["PLACED", "ACCEPTED", "IN_PREPARATION", "READY", "FULFILLED"], told.Select(message => Text(message, "status")));
        Assert.Equal([null, "PLACED", "ACCEPTED", "IN_PREPARATION", "READY"], told.Select(message => Text(message, "previousStatus")));
        Assert.Equal([1, 2, 3, 4, 5], told.Select(message => message["version"]!.GetValue<int>()));
        Assert.Equal(5, told.Select(message => Text(message, "cursor")).Distinct(StringComparer.Ordinal).Count());
        Assert.All(told, message => Assert.Equal(id, Text(message["order"]!, "id")));
        Assert.Equal(told.Select(Summary), (await HistoryAsync(id)).Select(Summary));
        Assert.Equal(("FULFILLED", "SERVED", "COMPLETED"), await StateAsync(id));
    }

    [Fact]
    public async Task An_order_for_two_stations_is_ready_when_both_are()
    {
        var id = await app.PlaceAsync(Steps.Pizza, Steps.Fries, Steps.Pizza);
        await app.DoAsync("acceptOrder", id);
        var tickets = (await app.Client.QueryAsync(
            "query($id: ID!) { tickets(where: { order: { id: { eq: $id } } }) { nodes { id station { name } lines { dishName } } } }", new { id }))["tickets"]!["nodes"]!.AsArray();
        Assert.Equal(["Wood Oven: 2", "Fryer: 1"], tickets.Select(ticket => $"{ticket!["station"]!["name"]}: {ticket["lines"]!.AsArray().Count}"));

        var (oven, fryer) = (Text(tickets[0]!, "id")!, Text(tickets[1]!, "id")!);
        await AssertAfterAsync("startTicket", oven, id, "IN_PREPARATION");
        await AssertAfterAsync("bumpTicket", oven, id, "IN_PREPARATION");
        await AssertAfterAsync("startTicket", fryer, id, "IN_PREPARATION");
        await AssertAfterAsync("bumpTicket", oven, id, "IN_PREPARATION");
        await AssertAfterAsync("bumpTicket", fryer, id, "READY");
        Assert.Equal(
            ["PLACED", "ACCEPTED", "IN_PREPARATION", "IN_PREPARATION", "IN_PREPARATION", "READY"], (await HistoryAsync(id)).Select(change => Text(change, "status")));
    }

    [Fact]
    public async Task A_recalled_ticket_takes_its_order_back()
    {
        var id = await app.PlaceAsync(Steps.Pizza);
        await app.DoAsync("acceptOrder", id);
        var ticket = Assert.Single(await app.TicketsAsync(id));
        await app.CookAsync(id);
        Assert.Equal(("READY", "READY", "READY"), await StateAsync(id));

        await app.DoAsync("recallTicket", ticket);
        Assert.Equal(("IN_PREPARATION", "IN_PREPARATION", "IN_PREPARATION"), await StateAsync(id));
        await app.DoAsync("bumpTicket", ticket);
        Assert.Equal(("READY", "READY", "READY"), await StateAsync(id));

        // From away to the pass and on again, none of which makes the order less ready.
        await app.DoAsync("bumpTicket", ticket);
        Assert.Equal(("READY", "READY", "COMPLETED"), await StateAsync(id));
        await app.DoAsync("recallTicket", ticket);
        Assert.Equal(("READY", "READY", "READY"), await StateAsync(id));
        await app.DoAsync("fulfillOrder", id);
        Assert.Equal(("FULFILLED", "SERVED", "COMPLETED"), await StateAsync(id));
    }

    [Theory]
    [InlineData]
    [InlineData("startTicket")]
    [InlineData("startTicket", "bumpTicket")]
    [InlineData("startTicket", "bumpTicket", "bumpTicket")]
    public async Task A_canceled_order_is_taken_off_the_stations(params string[] before)
    {
        var id = await app.PlaceAsync(Steps.Pizza);
        await app.DoAsync("acceptOrder", id);
        foreach (var step in before)
        {
            await app.DoAsync(step, Assert.Single(await app.TicketsAsync(id)));
        }

        await app.DoAsync("cancelOrder", id);
        Assert.Equal(("CANCELED", "VOIDED", "VOIDED"), await StateAsync(id));
    }

    [Theory]
    [InlineData("rejectOrder", "REJECTED")]
    [InlineData("cancelOrder", "CANCELED")]
    public async Task An_order_that_is_called_off_before_it_is_accepted_never_reaches_the_kitchen(string mutation, string status)
    {
        var id = await app.PlaceAsync(Steps.Pizza);
        await app.DoAsync(mutation, id);
        Assert.Equal((status, "VOIDED", null), await StateAsync(id));
    }

    private async Task AssertAfterAsync(string mutation, string ticket, string order, string status)
    {
        await app.DoAsync(mutation, ticket);
        Assert.Equal(status, await app.StatusAsync(order));
    }

    private async Task<List<JsonNode>> HistoryAsync(string id) =>
    [
        .. (await app.Client.QueryAsync(
            "query($id: ID!) { orderById(id: $id) { history(first: 50) { nodes { cursor status previousStatus version occurredAt } } } }",
            new { id }))["orderById"]!["history"]!["nodes"]!.AsArray().Select(change => change!),
    ];

    private async Task<(string? Order, string? Line, string? Ticket)> StateAsync(string id)
    {
        var data = await app.Client.QueryAsync(
            "query($id: ID!) { orderById(id: $id) { status lines { status } } tickets(where: { order: { id: { eq: $id } } }) { nodes { status } } }", new { id });
        return (
            Text(data["orderById"]!, "status"),
            data["orderById"]!["lines"]!.AsArray().Select(line => Text(line!, "status")).Distinct(StringComparer.Ordinal).Single(),
            data["tickets"]!["nodes"]!.AsArray().Select(ticket => Text(ticket!, "status")).SingleOrDefault());
    }

    private static string Summary(JsonNode change) =>
        $"{change["cursor"]} {change["status"]} {change["previousStatus"]} {change["version"]} {change["occurredAt"]}";

    private static string? Text(JsonNode node, string field) => node[field]?.GetValue<string>();
}
