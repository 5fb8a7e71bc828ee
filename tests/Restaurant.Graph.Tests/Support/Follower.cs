using System.Text.Json.Nodes;

namespace Restaurant.Graph.Tests.Support;

/// <summary>A client that follows one stream over a socket of its own.</summary>
internal sealed class Follower : IAsyncDisposable
{
    private readonly SocketClient _socket;
    private readonly string _field;

    private Follower(SocketClient socket, string field) => (_socket, _field) = (socket, field);

    /// <summary>Follows an order.</summary>
    public static Task<Follower> OrderAsync(Uri endpoint, string orderId, string? after = null) => StartAsync(
        endpoint,
        "onOrderChanged",
        """
        subscription($orderId: ID!, $after: String) {
          onOrderChanged(orderId: $orderId, after: $after) { cursor status previousStatus version occurredAt order { id status version lines { status } } }
        }
        """,
        new { orderId, after });

    /// <summary>Follows any stream.</summary>
    public static async Task<Follower> StartAsync(Uri endpoint, string field, string query, object? variables = null)
    {
        var socket = await SocketClient.InitAsync(endpoint);
        await socket.SubscribeAsync("1", query, variables);
        return new Follower(socket, field);
    }

    /// <summary>The next message.</summary>
    public async Task<JsonNode> NextAsync() => (await _socket.NextAsync())[_field]!;

    /// <summary>The next message of a stream that starts with what happens next: nothing tells when it has, so things happen until one is seen.</summary>
    public async Task<JsonNode> NextAsync(Func<Task> happen)
    {
        var next = NextAsync();
        for (var times = 0; times < 1000 && !next.IsCompleted; times++)
        {
            await happen();
        }

        return await next;
    }

    /// <summary>So many messages.</summary>
    public async Task<List<JsonNode>> NextAsync(int count)
    {
        var messages = new List<JsonNode>();
        while (messages.Count < count)
        {
            messages.Add(await NextAsync());
        }

        return messages;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _socket.DisposeAsync();
}
