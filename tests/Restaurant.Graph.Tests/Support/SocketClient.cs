using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Restaurant.Graph.Tests.Support;

/// <summary>A client of the API over WebSocket that says just what a test tells it to.</summary>
public sealed class SocketClient : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ClientWebSocket _socket = new();

    /// <summary>How the server has closed the socket.</summary>
    public (int? Code, string? Reason) Closed => ((int?)_socket.CloseStatus, _socket.CloseStatusDescription);

    /// <summary>Opens a socket.</summary>
    public static async Task<SocketClient> OpenAsync(Uri endpoint, string? subprotocol = "graphql-transport-ws", string? authorization = null, string? acceptLanguage = null)
    {
        var client = new SocketClient();
        if (subprotocol is not null)
        {
            client._socket.Options.AddSubProtocol(subprotocol);
        }

        client._socket.Options.SetRequestHeader("Authorization", authorization ?? Tokens.Manager);
        if (acceptLanguage is not null)
        {
            client._socket.Options.SetRequestHeader("Accept-Language", acceptLanguage);
        }

        await client._socket.ConnectAsync(new UriBuilder(endpoint) { Scheme = "ws" }.Uri, CancellationToken.None);
        return client;
    }

    /// <summary>Opens a socket and shakes hands.</summary>
    public static async Task<SocketClient> InitAsync(Uri endpoint)
    {
        var client = await OpenAsync(endpoint);
        await client.SendAsync(new { type = "connection_init" });
        Assert.Equal("connection_ack", (await client.ReceiveAsync())!["type"]!.GetValue<string>());
        return client;
    }

    /// <summary>Begins an operation.</summary>
    public Task SubscribeAsync(string id, string query, object? variables = null) =>
        SendAsync(new { id, type = "subscribe", payload = new { query, variables } });

    /// <summary>Sends a message.</summary>
    public Task SendAsync(object message) => SendTextAsync(JsonSerializer.Serialize(message));

    /// <summary>Sends any text.</summary>
    public Task SendTextAsync(string text) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    /// <summary>Sends a binary message.</summary>
    public Task SendBytesAsync(byte[] message) => _socket.SendAsync(message, WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);

    /// <summary>The next message; null once the server has closed the socket.</summary>
    public async Task<JsonNode?> ReceiveAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        using var message = new MemoryStream();
        var buffer = new byte[8192];
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer.AsMemory(), timeout.Token);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
            {
                return JsonNode.Parse(message.ToArray());
            }
        }
    }

    /// <summary>The data of the next message, which has to be one of an operation that goes well.</summary>
    public async Task<JsonNode> NextAsync()
    {
        var message = await ReceiveAsync();
        Assert.True(message?["payload"]?["data"] is not null, message?.ToJsonString() ?? $"closed: {Closed}");
        return message!["payload"]!["data"]!;
    }

    /// <summary>Leaves without a word.</summary>
    public void Abort() => _socket.Abort();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_socket.State == WebSocketState.Open)
        {
            await _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "", CancellationToken.None);
        }

        _socket.Dispose();
    }
}
