using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Orders;

/// <summary>Several subscribers, over one socket and over several.</summary>
public sealed class SubscriberTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    private const string OnOrderChanged = "subscription($orderId: ID!) { onOrderChanged(orderId: $orderId) { cursor status } }";

    [Fact]
    public async Task Subscribers_of_the_same_order_are_told_the_same()
    {
        var id = await app.PlaceAsync(Steps.Pizza);
        var followers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Follower.OrderAsync(app.Endpoint, id)));
        var told = (await Task.WhenAll(followers.Select(follower => follower.NextAsync(1)))).Select(messages => messages[0].ToJsonString()).ToList();
        await app.DoAsync("acceptOrder", id);
        await app.CookAsync(id);
        var rest = await Task.WhenAll(followers.Select(follower => follower.NextAsync(3)));
        Assert.Single(told.Distinct(StringComparer.Ordinal));
        Assert.All(rest, messages => Assert.Equal(["ACCEPTED", "IN_PREPARATION", "READY"], messages.Select(message => message["status"]!.GetValue<string>())));
        foreach (var follower in followers)
        {
            await follower.DisposeAsync();
        }
    }

    [Fact]
    public async Task Completing_one_operation_leaves_the_others_of_the_socket_alone()
    {
        var (one, other) = (await app.PlaceAsync(Steps.Pizza), await app.PlaceAsync(Steps.Pizza));
        await using var socket = await SocketClient.InitAsync(app.Endpoint);
        await socket.SubscribeAsync("one", OnOrderChanged, new { orderId = one });
        await socket.SubscribeAsync("other", OnOrderChanged, new { orderId = other });
        string[] begun = [await NextIdAsync(socket), await NextIdAsync(socket)];
        Assert.Equal(["one", "other"], begun.Order(StringComparer.Ordinal));

        await socket.SendAsync(new { id = "one", type = "complete" });
        await socket.SendAsync(new { type = "ping" });
        Assert.Equal("pong", (await socket.ReceiveAsync())!["type"]!.GetValue<string>());
        await app.DoAsync("acceptOrder", one);
        await app.DoAsync("acceptOrder", other);
        Assert.Equal("other", await NextIdAsync(socket));

        // The id is free again.
        await socket.SubscribeAsync("one", OnOrderChanged, new { orderId = one });
        Assert.Equal("one", await NextIdAsync(socket));
    }

    [Fact]
    public async Task A_client_that_leaves_without_a_word_disturbs_nobody()
    {
        var id = await app.PlaceAsync(Steps.Pizza);
        await using var stays = await Follower.OrderAsync(app.Endpoint, id);
        await stays.NextAsync();
        var leaves = await SocketClient.InitAsync(app.Endpoint);
        await leaves.SubscribeAsync("1", OnOrderChanged, new { orderId = id });
        await leaves.NextAsync();
        leaves.Abort();
        await app.DoAsync("acceptOrder", id);
        await app.CookAsync(id);
        Assert.Equal(["ACCEPTED", "IN_PREPARATION", "READY"], (await stays.NextAsync(3)).Select(message => message["status"]!.GetValue<string>()));
    }

    private static async Task<string> NextIdAsync(SocketClient socket)
    {
        var message = (await socket.ReceiveAsync())!;
        Assert.Equal("next", message["type"]!.GetValue<string>());
        return message["id"]!.GetValue<string>();
    }
}
