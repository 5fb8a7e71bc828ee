using System.Text;
using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Transport;

/// <summary>What one socket may carry, and what no client can do to the others.</summary>
public sealed class WebSocketLimitTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    private const string Changes = "subscription { onMenuChanged { cursor } }";
    private const string Name = "{ restaurant { name } }";

    [Fact]
    public async Task A_socket_carries_a_hundred_operations_and_no_more()
    {
        await using var socket = await SocketClient.InitAsync(app.Endpoint);
        for (var id = 0; id < 100; id++)
        {
            await socket.SubscribeAsync($"{id}", Changes);
        }

        // One that is over makes room for another.
        await socket.SendAsync(new { id = "7", type = "complete" });
        await socket.SubscribeAsync("7", Changes);
        await socket.SendAsync(new { type = "ping" });

        // Each began with the latest change of the menu there has been.
        while (await NextAsync(socket) is var (type, _) && type != "pong")
        {
            Assert.Equal("next", type);
        }

        await socket.SubscribeAsync("100", Changes);
        await AssertClosedAsync(socket, 4429);
    }

    [Fact]
    public async Task Two_hundred_queries_are_answered_one_behind_the_other()
    {
        await using var socket = await SocketClient.InitAsync(app.Endpoint);
        for (var id = 0; id < 200; id++)
        {
            await socket.SubscribeAsync($"{id}", Name);
            Assert.Equal(("next", $"{id}"), await NextAsync(socket));
            Assert.Equal(("complete", $"{id}"), await NextAsync(socket));
        }
    }

    [Fact]
    public async Task Many_queries_at_once_are_each_answered_once()
    {
        await using var socket = await SocketClient.InitAsync(app.Endpoint);
        var ids = Enumerable.Range(0, 90).Select(id => $"{id}").ToList();
        foreach (var id in ids)
        {
            await socket.SubscribeAsync(id, "query($id: ID!) { dishById(id: $id) { name modifierGroups { name } } }", new { id = Ids.Dish(90) });
        }

        var messages = new List<(string? Type, string? Id)>();
        while (messages.Count < 180)
        {
            messages.Add(await NextAsync(socket));
        }

        Assert.All(ids, id => Assert.Equal(["next", "complete"], messages.Where(message => message.Id == id).Select(message => message.Type)));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("an id of many characters, far more than fit into the reason of a close frame, which has a hundred and twenty-three bytes at the most")]
    [InlineData("日本語の識別子はバイト数が多いので閉鎖理由に収まらないことがあるから注意が必要です。日本語の識別子はバイト数が多い。")]
    public async Task An_id_that_is_taken_closes_with_4409_however_long_it_is(string id)
    {
        await using var socket = await SocketClient.InitAsync(app.Endpoint);
        await socket.SubscribeAsync(id, Changes);
        await socket.SubscribeAsync(id, Changes);
        await AssertClosedAsync(socket, 4409);
    }

    [Theory]
    [InlineData("""{"type":"\ud800"}""")]
    [InlineData("""{"type":"subscribe","id":"\ud800","payload":{"query":"{ restaurant { name } }"}}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":"{ restaurant { name } }","variables":[]}}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":"{ restaurant { name } }"}""")]
    [InlineData("""{"type":"connection_ack"}""")]
    [InlineData("""{"type":"next","id":"1","payload":{}}""")]
    [InlineData("""{"id":"1"}""")]
    public async Task A_message_that_is_none_of_a_client_closes_with_4400(string message)
    {
        await using var socket = await SocketClient.InitAsync(app.Endpoint);
        await socket.SendTextAsync(message);
        await AssertClosedAsync(socket, 4400);
    }

    [Fact]
    public async Task A_binary_message_closes_with_4400()
    {
        await using var socket = await SocketClient.InitAsync(app.Endpoint);
        await socket.SendBytesAsync(Encoding.UTF8.GetBytes("""{"type":"ping"}"""));
        await AssertClosedAsync(socket, 4400);
    }

    [Fact]
    public async Task A_field_that_fails_is_told_in_the_result_and_not_by_the_socket()
    {
        await using var socket = await SocketClient.InitAsync(app.Endpoint);
        await socket.SubscribeAsync("1", "{ restaurant { name } dishes(first: 51) { totalCount } }");
        var payload = (await socket.ReceiveAsync())!["payload"]!;
        Assert.Equal("""{"restaurant":{"name":"The Copper Pot"},"dishes":null}""", payload["data"]!.ToJsonString());
        Assert.Equal("PAGE_SIZE_EXCEEDED", payload["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
        Assert.Equal(("complete", "1"), await NextAsync(socket));
    }

    [Fact]
    public async Task A_client_that_breaks_the_rules_disturbs_nobody_else()
    {
        var order = await app.PlaceAsync(Steps.Pizza);
        await using var follower = await Follower.OrderAsync(app.Endpoint, order);
        await follower.NextAsync();
        await using (var rude = await SocketClient.InitAsync(app.Endpoint))
        {
            await rude.SubscribeAsync("1", Changes);
            await rude.SendTextAsync("{");
            await AssertClosedAsync(rude, 4400);
        }

        await app.DoAsync("acceptOrder", order);
        Assert.Equal("ACCEPTED", (await follower.NextAsync())["status"]!.GetValue<string>());
    }

    private static async Task<(string? Type, string? Id)> NextAsync(SocketClient socket)
    {
        JsonNode message = (await socket.ReceiveAsync())!;
        return (message["type"]?.GetValue<string>(), message["id"]?.GetValue<string>());
    }

    private static async Task AssertClosedAsync(SocketClient socket, int code)
    {
        while (await socket.ReceiveAsync() is not null)
        {
            // What was sent before the end.
        }

        Assert.Equal(code, socket.Closed.Code);
        Assert.True(Encoding.UTF8.GetByteCount(socket.Closed.Reason ?? "") <= 123);
    }
}
