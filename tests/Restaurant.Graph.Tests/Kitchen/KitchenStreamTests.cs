using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Kitchen;

/// <summary>Following the tickets of one station or of all.</summary>
public sealed class KitchenStreamTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    private const string OnTicketChanged = """
        subscription($stationId: ID, $after: String) {
          onTicketChanged(stationId: $stationId, after: $after) { cursor occurredAt status previousStatus station { name } ticket { id order { id } lines { dishName } } }
        }
        """;

    [Fact]
    public async Task All_tickets_are_followed_on_their_way()
    {
        var id = await app.PlaceAsync(Steps.Pizza, Steps.Fries);
        await using var follower = await FollowAsync(null, await CursorAsync(id));
        await app.DoAsync("acceptOrder", id);
        await app.CookAsync(id);
        await app.DoAsync("fulfillOrder", id);
        var told = await follower.NextAsync(8);
        Assert.All(told, message => Assert.Equal(id, message["ticket"]!["order"]!["id"]!.GetValue<string>()));
        Assert.Equal(
            [
                "Wood Oven QUEUED", "Fryer QUEUED", "Wood Oven QUEUED IN_PREPARATION", "Wood Oven IN_PREPARATION READY", "Fryer QUEUED IN_PREPARATION",
                "Fryer IN_PREPARATION READY",
            ],
            told.Take(6).Select(Summary));
        Assert.Equal(["Fryer READY COMPLETED", "Wood Oven READY COMPLETED"], told.Skip(6).Select(Summary).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_station_is_told_of_its_own_tickets_only()
    {
        var fryer = Ids.Of("Station", 5);
        var id = await app.PlaceAsync(Steps.Pizza, Steps.Fries);
        await using var follower = await FollowAsync(fryer, await CursorAsync(id));
        await app.DoAsync("acceptOrder", id);
        await app.CookAsync(id);
        await app.DoAsync("cancelOrder", id);
        Assert.Equal(
            ["Fryer QUEUED", "Fryer QUEUED IN_PREPARATION", "Fryer IN_PREPARATION READY", "Fryer READY VOIDED"], (await follower.NextAsync(4)).Select(Summary));
    }

    [Fact]
    public async Task A_stream_of_all_tickets_starts_with_the_latest_change_of_any_and_goes_on_with_the_next()
    {
        var before = await app.PlaceAsync(Steps.Fries);
        await app.DoAsync("acceptOrder", before);
        await using var follower = await FollowAsync(null, null);
        Assert.Equal("Fryer QUEUED", Summary(await follower.NextAsync()));
        await app.DoAsync("acceptOrder", await app.PlaceAsync(Steps.Pizza));
        Assert.Equal("Wood Oven QUEUED", Summary(await follower.NextAsync()));
    }

    [Fact]
    public async Task A_recall_is_told()
    {
        var id = await app.PlaceAsync(Steps.Fries);
        await app.DoAsync("acceptOrder", id);
        await app.CookAsync(id);
        await using var follower = await FollowAsync(null, await CursorAsync(id));
        var ticket = Assert.Single(await app.TicketsAsync(id));
        await app.DoAsync("bumpTicket", ticket);
        await app.DoAsync("recallTicket", ticket);
        await app.DoAsync("recallTicket", ticket);
        Assert.Equal(
            ["Fryer READY COMPLETED", "Fryer COMPLETED READY", "Fryer READY IN_PREPARATION"], (await follower.NextAsync(3)).Select(Summary));
    }

    [Theory]
    [InlineData("moveVisit")]
    [InlineData("mergeVisits")]
    public async Task A_party_that_goes_elsewhere_is_told_to_the_kitchen(string how)
    {
        var (from, to) = how == "moveVisit" ? ("T1", "T2") : ("T3", "T4");
        var into = how == "moveVisit" ? null : (await app.SeatAsync(to)).Text("id");
        var placed = await app.PlaceAsync(new
        {
            idempotencyKey = Guid.NewGuid(),
            type = "DINE_IN",
            tableId = (await app.TableAsync(from)).Text("id"),
            lines = new[] { new { dishId = Ids.Dish(Steps.Fries), quantity = 1 } },
        });
        var id = placed["order"]!.Text("id");
        await app.DoAsync("acceptOrder", id);
        var visitId = (await app.OrderAsync(id, "visit { id }"))["visit"]!.Text("id");
        await using var follower = await FollowAsync(null, await CursorAsync(id));
        Assert.Equal("Fryer QUEUED", Summary(await follower.NextAsync()));
        await app.Client.DoAsync(how, "visit", how == "moveVisit"
            ? new { idempotencyKey = Guid.NewGuid(), visitId, expectedVersion = 1, tableId = (await app.TableAsync(to)).Text("id") }
            : new { idempotencyKey = Guid.NewGuid(), visitId, expectedVersion = 1, intoVisitId = into });
        Assert.Equal("Fryer QUEUED QUEUED", Summary(await follower.NextAsync()));
        var order = await app.OrderAsync(id, "table { code } history(last: 1) { nodes { change } }");
        Assert.Equal((to, "PLACE"), (order["table"]!.Text("code"), order["history"]!["nodes"]![0]!.Text("change")));
    }

    [Fact]
    public async Task An_id_that_is_none_of_a_station_is_an_error()
    {
        await using var socket = await SocketClient.InitAsync(app.Endpoint);
        await socket.SubscribeAsync("1", OnTicketChanged, new { stationId = Ids.Dish(1) });
        var message = (await socket.ReceiveAsync())!;
        Assert.Equal("INVALID_ID", message["payload"]![0]!["extensions"]!["code"]!.GetValue<string>());
    }

    private Task<Follower> FollowAsync(string? stationId, string? after) =>
        Follower.StartAsync(app.Endpoint, "onTicketChanged", OnTicketChanged, new { stationId, after });

    // The latest there is: every kind of event is in the one log.
    private async Task<string> CursorAsync(string orderId) => (await app.Client.QueryAsync(
        "query($id: ID!) { orderById(id: $id) { history(last: 1) { nodes { cursor } } } }",
        new { id = orderId }))["orderById"]!["history"]!["nodes"]![0]!["cursor"]!.GetValue<string>();

    private static string Summary(JsonNode message) => string.Join(' ', new[]
    {
        message["station"]!["name"]!.GetValue<string>(), message["previousStatus"]?.GetValue<string>(), message["status"]!.GetValue<string>(),
    }.OfType<string>());
}
