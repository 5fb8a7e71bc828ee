using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;
using Snapshooter;
using Snapshooter.Xunit;

namespace Restaurant.Graph.Tests.Orders;

/// <summary>Following orders: nothing is missed, nothing is told twice, and nobody disturbs anybody.</summary>
public sealed class OrderStreamTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    private const string OnOrdersChanged =
        "subscription($after: String) { onOrdersChanged(after: $after) { cursor status previousStatus version order { id } } }";

    [Fact]
    public async Task A_stream_of_an_order_starts_with_its_latest_change()
    {
        var id = await app.PlaceAsync(Steps.Pizza);
        await app.DoAsync("acceptOrder", id);
        await using var follower = await Follower.OrderAsync(app.Endpoint, id);
        Assert.Equal("ACCEPTED 2", Summary(await follower.NextAsync()));
        await app.PlaceAsync(Steps.Pizza);
        await app.DoAsync("cancelOrder", id);
        Assert.Equal("CANCELED 3", Summary(await follower.NextAsync()));
    }

    [Fact]
    public async Task A_stream_goes_on_right_behind_any_of_its_cursors()
    {
        var id = await app.PlaceAsync(Steps.Pizza);
        await app.DoAsync("acceptOrder", id);
        await app.CookAsync(id);
        await app.DoAsync("fulfillOrder", id);
        var cursors = (await app.Client.QueryAsync("query($id: ID!) { orderById(id: $id) { history { nodes { cursor } } } }", new { id }))
            ["orderById"]!["history"]!["nodes"]!.AsArray().Select(change => change!["cursor"]!.GetValue<string>()).ToList();
        string[] told = ["PLACED 1", "ACCEPTED 2", "IN_PREPARATION 3", "READY 4", "FULFILLED 5"];
        for (var index = 0; index < cursors.Count - 1; index++)
        {
            await using var follower = await Follower.OrderAsync(app.Endpoint, id, cursors[index]);
            Assert.Equal(told[(index + 1)..], (await follower.NextAsync(told.Length - index - 1)).Select(Summary));
        }
    }

    [Fact]
    public async Task A_stream_goes_on_where_it_was_when_the_server_starts_again()
    {
        var own = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen);
        var id = await own.PlaceAsync(Steps.Pizza);
        var follower = await Follower.OrderAsync(own.Endpoint, id);
        var seen = (await follower.NextAsync())["cursor"]!.GetValue<string>();
        await follower.DisposeAsync();
        await own.DoAsync("acceptOrder", id);
        await own.RestartAsync();
        await own.CookAsync(id);

        await using (var again = await Follower.OrderAsync(own.Endpoint, id, seen))
        {
            Assert.Equal(["ACCEPTED 2", "IN_PREPARATION 3", "READY 4"], (await again.NextAsync(3)).Select(Summary));
            await own.DoAsync("fulfillOrder", id);
            Assert.Equal("FULFILLED 5", Summary(await again.NextAsync()));
        }

        await own.DisposeAsync();
    }

    [Fact]
    public async Task The_order_of_a_message_is_read_when_it_is_delivered()
    {
        var id = await app.PlaceAsync(Steps.Pizza);
        var first = (await app.Client.QueryAsync("query($id: ID!) { orderById(id: $id) { history { nodes { cursor } } } }", new { id }))
            ["orderById"]!["history"]!["nodes"]![0]!["cursor"]!.GetValue<string>();
        await app.DoAsync("acceptOrder", id);
        await app.DoAsync("cancelOrder", id);
        await using var follower = await Follower.OrderAsync(app.Endpoint, id, first);
        var accepted = await follower.NextAsync();
        Assert.Equal(("ACCEPTED", "CANCELED", 3), (
            accepted["status"]!.GetValue<string>(), accepted["order"]!["status"]!.GetValue<string>(), accepted["order"]!["version"]!.GetValue<int>()));
    }

    [Fact]
    public async Task A_stream_of_all_orders_starts_with_the_latest_change_of_any_and_goes_on_with_the_next()
    {
        await app.PlaceAsync(Steps.Pizza);
        var before = await app.PlaceAsync(Steps.Pizza);
        await using var follower = await Follower.StartAsync(app.Endpoint, "onOrdersChanged", OnOrdersChanged);
        Assert.Equal(before, IdOf(await follower.NextAsync()));
        var placed = await app.PlaceAsync(Steps.Pizza);
        Assert.Equal(placed, IdOf(await follower.NextAsync()));
    }

    [Fact]
    public async Task All_orders_can_be_followed_from_a_cursor_of_any_of_them()
    {
        var (one, other) = (await app.PlaceAsync(Steps.Pizza), await app.PlaceAsync(Steps.Fries));
        string cursor;
        await using (var ofOne = await Follower.OrderAsync(app.Endpoint, one))
        {
            cursor = (await ofOne.NextAsync())["cursor"]!.GetValue<string>();
        }

        await app.DoAsync("rejectOrder", other);
        await app.DoAsync("acceptOrder", one);
        await using var follower = await Follower.StartAsync(app.Endpoint, "onOrdersChanged", OnOrdersChanged, new { after = cursor });
        Assert.Equal(
            [(other, "PLACED 1"), (other, "REJECTED 2"), (one, "ACCEPTED 2")],
            (await follower.NextAsync(3)).Select(message => (message["order"]!["id"]!.GetValue<string>(), Summary(message))));
    }

    [Theory]
    [InlineData("NotThere", "T3JkZXI6OTk5OTk5", null)]
    [InlineData("OfADish", "RGlzaDox", null)]
    [InlineData("GarbageCursor", "T3JkZXI6MQ==", "garbage")]
    [InlineData("NoBase64", "T3JkZXI6MQ==", "!!!!!!!!!!!")]
    [InlineData("NegativeCursor", "T3JkZXI6MQ==", "_______wAAA")]
    [InlineData("CursorOfAList", "T3JkZXI6MQ==", "WyJQb3NpdGlvbixJZCIsMCwxXQ")]
    public async Task A_stream_that_cannot_be_is_an_error(string kind, string orderId, string? after)
    {
        await using var socket = await SocketClient.InitAsync(app.Endpoint);
        await socket.SubscribeAsync("1", "subscription($orderId: ID!, $after: String) { onOrderChanged(orderId: $orderId, after: $after) { status } }", new { orderId, after });

        // A message of type `error` has a list of errors, a result has one in it.
        var payload = (await socket.ReceiveAsync())!["payload"]!;
        var error = (payload as JsonArray ?? payload["errors"]!.AsArray()).Single()!;
        Snapshot.Match($"{error["extensions"]!["code"]}: {error["message"]}", SnapshotNameExtension.Create(kind));
    }

    private static string IdOf(JsonNode message) => message["order"]!["id"]!.GetValue<string>();

    private static string Summary(JsonNode message) => $"{message["status"]} {message["version"]}";
}
