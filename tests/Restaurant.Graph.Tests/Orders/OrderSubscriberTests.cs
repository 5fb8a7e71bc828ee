using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Orders;

/// <summary>Subscribers of orders, one beside the other, and what goes wrong for one of them.</summary>
public sealed class OrderSubscriberTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    private const string Follow = "subscription($id: ID!, $after: String) { onOrderChanged(orderId: $id, after: $after) { status } }";

    [Fact]
    public async Task An_order_that_is_not_there_is_an_error_and_the_socket_stays_open()
    {
        await using var socket = await SocketClient.InitAsync(app.Endpoint);
        await socket.SubscribeAsync("1", Follow, new { id = Ids.Of("Order", 999_999) });
        await AssertErrorAsync(socket, "NOT_FOUND");
        await AssertOpenAsync(socket);
    }

    [Theory]
    [InlineData("!!!!!!!!!!!")]
    [InlineData("")]
    [InlineData("garbage")]
    [InlineData("AAAAAAAAAAA=")]
    [InlineData("__________8")]
    [InlineData("AAAAAAAAAAAA")]
    public async Task What_is_no_cursor_is_an_error_and_the_socket_stays_open(string after)
    {
        var order = await app.PlaceAsync(Steps.Pizza);
        await using var socket = await SocketClient.InitAsync(app.Endpoint);
        await socket.SubscribeAsync("1", Follow, new { id = order, after });
        await AssertErrorAsync(socket, "INVALID_CURSOR");
        await AssertOpenAsync(socket);
    }

    [Fact]
    public async Task All_subscribers_get_everything()
    {
        var order = await app.PlaceAsync(Steps.Pizza);
        await using var one = await SocketClient.InitAsync(app.Endpoint);
        await using var other = await SocketClient.InitAsync(app.Endpoint);
        SocketClient[] sockets = [one, other];
        foreach (var socket in sockets)
        {
            await socket.SubscribeAsync("1", Follow, new { id = order });
            Assert.Equal("PLACED", await NextAsync(socket));
        }

        await app.DoAsync("acceptOrder", order);
        await app.CookAsync(order);
        await app.DoAsync("fulfillOrder", order);
        foreach (var socket in sockets)
        {
            foreach (var status in new[] { "ACCEPTED", "IN_PREPARATION", "READY", "FULFILLED" })
            {
                Assert.Equal(status, await NextAsync(socket));
            }

            await socket.PingAsync();
        }
    }

    [Fact]
    public async Task Completing_one_does_not_disturb_the_other()
    {
        var order = await app.PlaceAsync(Steps.Pizza);
        await using var socket = await SocketClient.InitAsync(app.Endpoint);
        foreach (var id in new[] { "one", "other" })
        {
            await socket.SubscribeAsync(id, Follow, new { id = order });
            Assert.Equal("PLACED", await NextAsync(socket));
        }

        await socket.CompleteAsync("one");
        await app.DoAsync("acceptOrder", order);
        await app.DoAsync("cancelOrder", order);
        foreach (var status in new[] { "ACCEPTED", "CANCELED" })
        {
            var message = (await socket.ReceiveAsync())!;
            Assert.Equal(("next", "other"), (message.Text("type"), message.Text("id")));
            Assert.Equal(status, message["payload"]!["data"]!["onOrderChanged"]!.Text("status"));
        }

        await socket.PingAsync();
    }

    private static async Task<string> NextAsync(SocketClient socket) => (await socket.NextAsync())["onOrderChanged"]!.Text("status");

    private static async Task AssertErrorAsync(SocketClient socket, string code)
    {
        var message = (await socket.ReceiveAsync())!;
        Assert.Equal(("next", "1"), (message.Text("type"), message.Text("id")));
        Assert.Equal(code, Assert.Single(message["payload"]!["errors"]!.AsArray())!["extensions"]!.Text("code"));
        Assert.Null(message["payload"]!["data"]);
        Assert.Equal("complete", (await socket.ReceiveAsync())!.Text("type"));
    }

    // The id that has failed can be used again at once.
    private async Task AssertOpenAsync(SocketClient socket)
    {
        await socket.PingAsync();
        await socket.SubscribeAsync("1", Follow, new { id = await app.PlaceAsync(Steps.Pizza) });
        Assert.Equal("PLACED", await NextAsync(socket));
    }
}
