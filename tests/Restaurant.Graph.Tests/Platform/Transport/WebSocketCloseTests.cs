using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Transport;

public sealed class WebSocketCloseTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    private const string Changes = "subscription { onMenuChanged { cursor } }";

    [Theory]
    [InlineData("garbage")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"type":7}""")]
    [InlineData("""{"type":"start"}""")]
    [InlineData("""{"type":"subscribe","payload":{"query":"{ a }"}}""")]
    [InlineData("""{"type":"subscribe","id":"","payload":{"query":"{ a }"}}""")]
    [InlineData("""{"type":"subscribe","id":"1"}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":7}}""")]
    [InlineData("""{"type":"complete"}""")]
    [InlineData("""{"type":"ping","payload":7}""")]
    [InlineData("""{"type":"ping","payload":"text"}""")]
    [InlineData("""{"type":"pong","payload":[]}""")]
    [InlineData("""{"type":"pong","payload":false}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{}}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":null}}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"documentId":"","operationName":"A"}}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"extensions":{"persistedQuery":{"version":1}}}}""")]
    public async Task A_message_that_is_none_closes_with_4400(string message)
    {
        await using var socket = await SocketClient.InitAsync(app.Endpoint);
        await socket.SendTextAsync(message);
        await AssertClosedAsync(socket, 4400);
    }

    [Theory]
    [InlineData("""{"type":"\ud800"}""")]
    [InlineData("""{"type":"subscribe","id":"\ud800","payload":{"query":"{ restaurant { name } }"}}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":"\ud800"}}""")]
    public async Task Half_a_character_closes_with_4400(string message)
    {
        await using var socket = await SocketClient.InitAsync(app.Endpoint);
        await socket.SendTextAsync(message);
        await AssertClosedAsync(socket, 4400);
    }

    [Theory]
    [InlineData("Authorization")]
    [InlineData("acceptLanguage")]
    public async Task Half_a_character_in_the_handshake_closes_with_4400(string name)
    {
        await using var socket = await SocketClient.OpenAsync(app.Endpoint);
        await socket.SendTextAsync("""{"type":"connection_init","payload":{"NAME":"\ud800"}}""".Replace("NAME", name, StringComparison.Ordinal));
        await AssertClosedAsync(socket, 4400);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("\"text\"")]
    [InlineData("[]")]
    [InlineData("true")]
    public async Task A_payload_of_the_handshake_that_is_no_object_closes_with_4400(string payload)
    {
        await using var socket = await SocketClient.OpenAsync(app.Endpoint);
        await socket.SendTextAsync($$"""{"type":"connection_init","payload":{{payload}}}""");
        await AssertClosedAsync(socket, 4400);
    }

    [Fact]
    public async Task A_payload_of_null_is_none()
    {
        await using var socket = await SocketClient.OpenAsync(app.Endpoint);
        await socket.SendTextAsync("""{"type":"ping","payload":null}""");
        Assert.Equal("""{"type":"pong"}""", (await socket.ReceiveAsync())?.ToJsonString());
        await socket.SendTextAsync("""{"type":"connection_init","payload":null}""");
        Assert.Equal("""{"type":"connection_ack"}""", (await socket.ReceiveAsync())?.ToJsonString());
    }

    [Fact]
    public async Task An_operation_before_the_handshake_closes_with_4401()
    {
        await using var socket = await SocketClient.OpenAsync(app.Endpoint);
        await socket.SubscribeAsync("1", Changes);
        await AssertClosedAsync(socket, 4401, "Unauthorized");
    }

    [Fact]
    public async Task A_socket_without_the_subprotocol_closes_with_4406()
    {
        await using var socket = await SocketClient.OpenAsync(app.Endpoint, subprotocol: null);
        await AssertClosedAsync(socket, 4406, "Subprotocol not acceptable");
    }

    [Fact]
    public async Task A_client_that_does_not_begin_is_closed_with_4408()
    {
        await using var socket = await SocketClient.OpenAsync(app.Endpoint);
        var message = socket.ReceiveAsync();
        while (!message.IsCompleted)
        {
            app.Time.Advance(TimeSpan.FromSeconds(10));
            await Task.Yield();
        }

        Assert.Null(await message);
        Assert.Equal(4408, socket.Closed.Code);
    }

    [Fact]
    public async Task A_second_operation_of_the_same_id_closes_with_4409()
    {
        await using var socket = await SocketClient.InitAsync(app.Endpoint);
        await socket.SubscribeAsync("twice", Changes);
        await socket.NextAsync();
        await socket.SubscribeAsync("twice", Changes);
        await AssertClosedAsync(socket, 4409, "Subscriber for twice already exists");
    }

    [Fact]
    public async Task A_second_handshake_closes_with_4429()
    {
        await using var socket = await SocketClient.InitAsync(app.Endpoint);
        await socket.SendAsync(new { type = "connection_init" });
        await AssertClosedAsync(socket, 4429, "Too many initialisation requests");
    }

    [Fact]
    public async Task A_message_over_256_KB_closes_with_1009()
    {
        await using var socket = await SocketClient.InitAsync(app.Endpoint);
        await socket.SendAsync(new { type = "ping", payload = new { text = new string('x', 200 * 1024) } });
        Assert.NotNull(await socket.ReceiveAsync());
        await socket.SendAsync(new { type = "ping", payload = new { text = new string('x', 256 * 1024) } });
        await AssertClosedAsync(socket, 1009);
    }

    [Fact]
    public async Task A_server_that_stops_closes_its_sockets_with_1001()
    {
        var own = await RestaurantApp.OpenAsync();
        var socket = await SocketClient.InitAsync(own.Endpoint);
        await socket.SubscribeAsync("1", Changes);
        var stopping = own.DisposeAsync();
        while (await socket.ReceiveAsync() is not null)
        {
            // How the stream began, and where it has come to.
        }

        Assert.Equal(1001, socket.Closed.Code);
        await socket.DisposeAsync();
        await stopping;
    }

    private static async Task AssertClosedAsync(SocketClient socket, int code, string? reason = null)
    {
        Assert.Null(await socket.ReceiveAsync());
        Assert.Equal(code, socket.Closed.Code);
        Assert.Equal(reason ?? socket.Closed.Reason, socket.Closed.Reason);
    }
}
