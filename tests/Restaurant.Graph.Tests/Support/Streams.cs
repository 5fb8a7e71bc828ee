using System.Text.Json.Nodes;

namespace Restaurant.Graph.Tests.Support;

/// <summary>Reading streams of events.</summary>
internal static class Streams
{
    /// <summary>
    /// The first message of a stream that begins with the next event. Nobody is told when it has begun, so something is done again and
    /// again until the stream says so.
    /// </summary>
    public static async Task<JsonNode> FirstAsync(this SocketClient socket, Func<Task> poke)
    {
        var first = socket.NextAsync();
        while (!first.IsCompleted)
        {
            await poke();
        }

        return await first;
    }

    /// <summary>Ends an operation, and waits until the server knows.</summary>
    public static async Task CompleteAsync(this SocketClient socket, string id)
    {
        await socket.SendAsync(new { id, type = "complete" });
        await socket.PingAsync();
    }

    /// <summary>The socket still answers, and there is nothing else to be read from it.</summary>
    public static async Task PingAsync(this SocketClient socket)
    {
        await socket.SendAsync(new { type = "ping" });
        Assert.Equal("pong", (await socket.ReceiveAsync())?["type"]?.GetValue<string>());
    }

    /// <summary>The text of a field.</summary>
    public static string Text(this JsonNode node, string name) => node[name]!.GetValue<string>();
}
