using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Transport;

/// <summary>A socket can be opened before its client has a token: an operation brings its own.</summary>
public sealed class OperationIdentityTests
{
    private const string Orders = "{ orders { totalCount } }";
    private const string Changes = """subscription { onMenuChanged(after: "AAAAAAAAAAA") { cursor } }""";

    [Fact]
    public async Task An_operation_is_authenticated_by_its_own_token()
    {
        await using var app = await RestaurantApp.OpenAsync();
        await using var socket = await AnonymousAsync(app);
        await SubscribeAsync(socket, "1", Orders, token: null);
        Assert.Equal("AUTH_NOT_AUTHENTICATED", CodeOf(await socket.ReceiveAsync()));
        var token = await app.ComeInAsync();
        await SubscribeAsync(socket, "1", Orders, token);
        Assert.Equal(0, (await socket.NextAsync())["orders"]!["totalCount"]!.GetValue<int>());
        Assert.Equal("complete", (await socket.ReceiveAsync())!["type"]!.GetValue<string>());

        // The identity of the socket has not changed.
        await SubscribeAsync(socket, "1", Orders, token: null);
        Assert.Equal("AUTH_NOT_AUTHENTICATED", CodeOf(await socket.ReceiveAsync()));
    }

    [Theory]
    [InlineData("\"Bearer garbage\"")]
    [InlineData("\"garbage\"")]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("{}")]
    public async Task A_token_that_is_not_valid_ends_its_operation_and_not_the_socket(string token)
    {
        await using var app = await RestaurantApp.OpenAsync();
        await using var socket = await AnonymousAsync(app);
        const string Message =
            """{"id":"1","type":"subscribe","payload":{"query":"{ __typename }","extensions":{"authorization":TOKEN}}}""";
        await socket.SendTextAsync(Message.Replace("TOKEN", token, StringComparison.Ordinal));
        var error = await socket.ReceiveAsync();
        Assert.Equal(("error", "AUTH_NOT_AUTHENTICATED"), (error!["type"]!.GetValue<string>(), CodeOf(error)));
        await SubscribeAsync(socket, "1", "{ restaurant { name } }", token: null);
        Assert.NotNull((await socket.NextAsync())["restaurant"]);
    }

    [Fact]
    public async Task A_stream_ends_with_its_own_token()
    {
        await using var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, "--Dining:TokenLifetime=00:10:00");
        await using var socket = await AnonymousAsync(app);
        await SubscribeAsync(socket, "1", Changes, await app.ComeInAsync());
        await socket.NextAsync();
        app.Time.Advance(TimeSpan.FromMinutes(10));
        var error = await socket.ReceiveAsync();
        Assert.Equal(("error", "AUTH_NOT_AUTHENTICATED"), (error!["type"]!.GetValue<string>(), CodeOf(error)));
        await SubscribeAsync(socket, "1", "{ restaurant { name } }", token: null);
        Assert.NotNull((await socket.NextAsync())["restaurant"]);
    }

    private static async Task<SocketClient> AnonymousAsync(RestaurantApp app)
    {
        var socket = await SocketClient.OpenAsync(app.Endpoint, authorization: "");
        await socket.SendAsync(new { type = "connection_init" });
        Assert.Equal("connection_ack", (await socket.ReceiveAsync())!["type"]!.GetValue<string>());
        return socket;
    }

    private static Task SubscribeAsync(SocketClient socket, string id, string query, string? token) => socket.SendAsync(new
    {
        id,
        type = "subscribe",
        payload = new { query, extensions = token is null ? null : new { authorization = token } },
    });

    private static string? CodeOf(JsonNode? message)
    {
        var payload = message!["payload"]!;
        var errors = payload is JsonArray ? payload : payload["errors"]!;
        return errors[0]!["extensions"]!["code"]!.GetValue<string>();
    }
}
