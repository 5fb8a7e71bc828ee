using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Transport;

public sealed class WebSocketTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    // The stream from its very beginning: its first message is there at once.
    private const string Changes = """subscription { onMenuChanged(after: "AAAAAAAAAAA") { cursor } }""";
    private const string Name = "{ restaurant { name } }";

    [Fact]
    public async Task A_ping_is_answered_before_and_after_the_handshake()
    {
        await using var socket = await SocketClient.OpenAsync(app.Endpoint);
        await socket.SendAsync(new { type = "ping" });
        Assert.Equal("""{"type":"pong"}""", (await socket.ReceiveAsync())?.ToJsonString());
        await socket.SendAsync(new { type = "connection_init", payload = new { any = "thing" } });
        Assert.Equal("""{"type":"connection_ack"}""", (await socket.ReceiveAsync())?.ToJsonString());
        await socket.SendAsync(new { type = "pong" });
        await socket.SendAsync(new { type = "ping", payload = new { } });
        Assert.Equal("pong", Text(await socket.ReceiveAsync(), "type"));
    }

    [Fact]
    public async Task A_query_is_answered_once_and_completes()
    {
        await using var socket = await SocketClient.InitAsync(app.Endpoint);
        await socket.SubscribeAsync("q", Name);
        Assert.Equal("The Copper Pot", (await socket.NextAsync())["restaurant"]!["name"]!.GetValue<string>());
        Assert.Equal("""{"type":"complete","id":"q"}""", (await socket.ReceiveAsync())?.ToJsonString());
    }

    [Fact]
    public async Task A_mutation_is_done_over_a_socket()
    {
        await using var socket = await SocketClient.InitAsync(app.Endpoint);
        await socket.SubscribeAsync("m", Documents.PlaceOrder, Documents.Margheritas());
        var order = (await socket.NextAsync())["placeOrder"]!["order"]!;
        Assert.Equal("PLACED", Text(order, "status"));
        Assert.Equal("PLACED", await app.StatusAsync(Text(order, "id")!));
    }

    [Theory]
    [InlineData("{ restaurant { stars } }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("{ restaurant {", "GRAPHQL_SYNTAX_ERROR")]
    public async Task A_document_that_is_not_right_ends_its_operation_and_not_the_socket(string query, string code)
    {
        await using var socket = await SocketClient.InitAsync(app.Endpoint);
        await socket.SubscribeAsync("1", query);
        var error = await socket.ReceiveAsync();
        Assert.Equal("error", Text(error, "type"));
        Assert.Equal("1", Text(error, "id"));
        Assert.Equal(code, Text(error!["payload"]![0]!["extensions"], "code"));
        await socket.SubscribeAsync("1", Name);
        await socket.NextAsync();
    }

    [Fact]
    public async Task Several_operations_go_on_at_once()
    {
        await using var socket = await SocketClient.InitAsync(app.Endpoint);
        await socket.SubscribeAsync("a", Changes);
        await socket.SubscribeAsync("b", Changes);
        await socket.SubscribeAsync("c", Name);
        var waiting = new HashSet<string>(["next a", "next b", "next c", "complete c"], StringComparer.Ordinal);
        while (waiting.Count > 0)
        {
            var message = await socket.ReceiveAsync();
            waiting.Remove($"{Text(message, "type")} {Text(message, "id")}");
        }
    }

    [Fact]
    public async Task What_the_client_completes_is_over()
    {
        await using var socket = await SocketClient.InitAsync(app.Endpoint);
        await socket.SubscribeAsync("s", "subscription { onOrdersChanged { cursor } }");
        await socket.SendAsync(new { id = "s", type = "complete" });
        await socket.SendAsync(new { id = "unknown", type = "complete" });
        await socket.SendAsync(new { type = "ping" });
        Assert.Equal("pong", Text(await socket.ReceiveAsync(), "type"));
        await app.PlaceAsync(Steps.Pizza);
        await socket.SubscribeAsync("s", Name);
        Assert.NotNull((await socket.NextAsync())["restaurant"]);
    }

    private static string? Text(JsonNode? message, string name) => message?[name]?.GetValue<string>();
}
