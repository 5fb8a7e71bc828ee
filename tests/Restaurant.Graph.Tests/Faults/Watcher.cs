using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Faults;

/// <summary>Somebody who follows all orders, and goes on with the last cursor whenever the server is gone.</summary>
internal sealed class Watcher(Uri endpoint)
{
    private const string Query = "subscription($after: String) { onOrdersChanged(after: $after) { cursor version order { id } } }";

    /// <summary>The cursors and what they tell of, in the order they came.</summary>
    public List<(string Cursor, string Order, int Version)> Seen { get; } = [];

    /// <summary>The last cursor; null before the first.</summary>
    public string? Last { get; private set; }

    /// <summary>How often it was tried to resume the stream.</summary>
    public int Resumed { get; private set; }

    /// <summary>Watches until it is over, which is seen when the server is gone the next time.</summary>
    public async Task WatchAsync(CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            try
            {
                await using var socket = await SocketClient.InitAsync(endpoint);
                await socket.SubscribeAsync("1", Query, new { after = Last });
                while (await socket.ReceiveAsync() is { } message)
                {
                    Read(message);
                }
            }
            catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or HttpRequestException or IOException)
            {
                Resumed++;
                await Task.Delay(TimeSpan.FromMilliseconds(20), CancellationToken.None);
            }
        }
    }

    private void Read(JsonNode message)
    {
        Assert.True(message["payload"]?["errors"] is null, message.ToJsonString());
        if (message["payload"]?["data"]?["onOrdersChanged"] is { } happened)
        {
            Seen.Add((happened["cursor"]!.GetValue<string>(), happened["order"]!["id"]!.GetValue<string>(), happened["version"]!.GetValue<int>()));
            Last = Seen[^1].Cursor;
        }
    }
}
