using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Orders;

/// <summary>An order offers just what can be done with it.</summary>
public sealed class AvailableActionsTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    private static readonly Dictionary<string, string[]> Ways = new(StringComparer.Ordinal)
    {
        ["PLACED"] = [],
        ["ACCEPTED"] = ["acceptOrder"],
        ["IN_PREPARATION"] = ["acceptOrder", "startTicket"],
        ["READY"] = ["acceptOrder", "startTicket", "bumpTicket"],
        ["FULFILLED"] = ["acceptOrder", "startTicket", "bumpTicket", "fulfillOrder"],
        ["REJECTED"] = ["rejectOrder"],
        ["CANCELED"] = ["cancelOrder"],
    };

    private static readonly Dictionary<string, string> Mutations = new(StringComparer.Ordinal)
    {
        ["ACCEPT"] = "acceptOrder",
        ["REJECT"] = "rejectOrder",
        ["FULFILL"] = "fulfillOrder",
        ["CANCEL"] = "cancelOrder",
    };

    public static IEnumerable<object[]> Cells => Ways.Keys.SelectMany(_ => Mutations.Keys, (status, action) => new object[] { status, action });

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task What_is_offered_succeeds_and_nothing_else_does(string status, string action)
    {
        var order = await ReachAsync(status);
        var actions = (await app.Client.QueryAsync(
            "query($id: ID!) { orderById(id: $id) { availableActions { action allowed blockedBy } } }", new { id = order }))["orderById"]!["availableActions"]!;
        var offer = Assert.Single(actions.AsArray(), offer => offer!.Text("action") == action)!;
        var allowed = offer["allowed"]!.GetValue<bool>();
        Assert.Equal(allowed ? null : $"The order is {status}.", offer["blockedBy"]?.GetValue<string>());

        var payload = await app.TryAsync(Mutations[action], order);
        Assert.Equal(allowed ? null : "OrderActionNotAllowedError", payload["errors"]?[0]?.Text("__typename"));
        Assert.Equal(allowed, payload["order"] is not null);
        Assert.Equal(allowed, await app.StatusAsync(order) != status);
    }

    [Fact]
    public async Task Every_action_is_listed_in_every_state()
    {
        foreach (var status in Ways.Keys)
        {
            var order = await ReachAsync(status);
            var actions = (await app.Client.QueryAsync("query($id: ID!) { orderById(id: $id) { availableActions { action } } }", new { id = order }))
                ["orderById"]!["availableActions"]!;
            Assert.Equal(Mutations.Keys, actions.AsArray().Select(offer => offer!.Text("action")));
        }
    }

    private async Task<string> ReachAsync(string status)
    {
        var order = await app.PlaceAsync(Steps.Pizza);
        foreach (var mutation in Ways[status])
        {
            await app.DoAsync(mutation, mutation.EndsWith("Ticket", StringComparison.Ordinal) ? Assert.Single(await app.TicketsAsync(order)) : order);
        }

        Assert.Equal(status, await app.StatusAsync(order));
        return order;
    }
}
