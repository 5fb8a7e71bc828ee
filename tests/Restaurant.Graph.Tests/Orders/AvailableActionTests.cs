using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Orders;

/// <summary>What a client is told it can do is what it then can do.</summary>
public sealed class AvailableActionTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    // The states that the API can bring an order into, each with the steps there.
    private static readonly Dictionary<string, string[]> States = new(StringComparer.Ordinal)
    {
        ["PLACED"] = [],
        ["ACCEPTED"] = ["acceptOrder"],
        ["IN_PREPARATION"] = ["acceptOrder", "startTicket"],
        ["READY"] = ["acceptOrder", "startTicket", "bumpTicket"],
        ["FULFILLED"] = ["acceptOrder", "startTicket", "bumpTicket", "fulfillOrder"],
        ["REJECTED"] = ["rejectOrder"],
        ["CANCELED"] = ["cancelOrder"],
    };

    public static IEnumerable<object[]> Cells => States.Keys.SelectMany(_ => Actions, (state, action) => new object[] { state, action });

    private static string[] Actions => ["ACCEPT", "REJECT", "FULFILL", "CANCEL"];

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task An_action_is_possible_just_when_it_is_offered(string state, string action)
    {
        var id = await app.PlaceAsync(Steps.Pizza);
        foreach (var step in States[state])
        {
            await app.DoAsync(step, step.EndsWith("Order", StringComparison.Ordinal) ? id : Assert.Single(await app.TicketsAsync(id)));
        }

        var order = (await app.Client.QueryAsync(
            "query($id: ID!) { orderById(id: $id) { status version availableActions { action allowed blockedBy } } }", new { id }))["orderById"]!;
        var offers = order["availableActions"]!.AsArray();
        Assert.Equal(state, order["status"]!.GetValue<string>());
        Assert.Equal(Actions.Order(StringComparer.Ordinal), offers.Select(offer => offer!["action"]!.GetValue<string>()).Order(StringComparer.Ordinal));

        var offer = offers.Single(offer => offer!["action"]!.GetValue<string>() == action)!;
        var allowed = offer["allowed"]!.GetValue<bool>();
        Assert.Equal(allowed ? null : $"The order is {state}.", offer["blockedBy"]?.GetValue<string>());

        var payload = await app.TryAsync($"{action.ToLowerInvariant()}Order", id);
        Assert.Equal(allowed, payload["errors"] is null);
        Assert.Equal(order["version"]!.GetValue<int>() + (allowed ? 1 : 0), await VersionAsync(id));
        Assert.Equal(allowed ? null : "ORDER_ACTION_NOT_ALLOWED", payload["errors"]?[0]?["code"]?.GetValue<string>());
    }

    private async Task<int> VersionAsync(string id)
    {
        JsonNode data = await app.Client.QueryAsync("query($id: ID!) { orderById(id: $id) { version } }", new { id });
        return data["orderById"]!["version"]!.GetValue<int>();
    }
}
