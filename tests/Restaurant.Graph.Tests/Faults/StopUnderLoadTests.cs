using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Faults;

/// <summary>A server that is asked to stop in the middle of an evening answers what it has done, and is kept by nobody.</summary>
public sealed class StopUnderLoadTests
{
    private const string Follow = "subscription { onOrdersChanged { cursor } }";
    private static readonly TimeSpan Promptly = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task What_was_done_was_answered_and_what_was_answered_was_done()
    {
        await using var restaurant = await FaultyRestaurant.OpenAsync();
        var before = restaurant.Log.Keys.Keys;
        using var burst = new Burst(restaurant);
        var running = burst.RunAsync(clients: 8, () => burst.Unanswered.Count >= 8);
        await Wait.UntilAsync(() => burst.Placed.Count > 50);
        var (code, time) = await restaurant.Server.StopAsync();
        await running;
        Assert.Equal(0, code);
        Assert.True(time < Promptly, $"It took {time}.");
        Assert.All(burst.Refused, refused => Assert.Equal("SERVER_STOPPING", refused.Code));
        Assert.False(restaurant.Store is TestFile file && new FileInfo(file.Path + "-wal") is { Exists: true, Length: > 0 }, "The log was not brought into the file.");
        burst.AssertStored(before);
    }

    [Fact]
    public async Task Every_socket_is_told_the_very_last_cursors_that_it_was_sent()
    {
        await using var restaurant = await FaultyRestaurant.OpenAsync();
        using var burst = new Burst(restaurant);
        var running = burst.RunAsync(clients: 8, () => burst.Unanswered.Count >= 8);
        await Wait.UntilAsync(() => burst.Placed.Count > 5);
        var listening = Enumerable.Range(0, 10).Select(_ => ListenAsync(restaurant.Server.Endpoint)).ToList();
        await Wait.UntilAsync(() => burst.Placed.Count > 50);
        await Task.WhenAll(listening.Select(async listener => await (await listener).Started.Task));
        var (code, _) = await restaurant.Server.StopAsync();
        Assert.Equal(0, code);
        foreach (var listener in listening)
        {
            var (seen, told, closed) = await (await listener).Ended;
            Assert.Equal(seen.OrderBy(cursor => cursor.Key, StringComparer.Ordinal), told.OrderBy(cursor => cursor.Key, StringComparer.Ordinal));
            Assert.Equal((int)WebSocketCloseStatus.EndpointUnavailable, closed);
        }

        await running;
    }

    [Fact]
    public async Task What_was_done_for_a_socket_was_answered_as_well()
    {
        await using var restaurant = await FaultyRestaurant.OpenAsync();
        var (before, placed) = (restaurant.Log.Keys.Keys, new ConcurrentQueue<Guid>());
        var running = Enumerable.Range(0, 8).Select(_ => PlaceAsync(restaurant, placed)).ToList();
        await Wait.UntilAsync(() => placed.Count > 50, running);
        Assert.Equal(0, (await restaurant.Server.StopAsync()).Code);
        await Task.WhenAll(running);
        Assert.Equal(placed.Order(), restaurant.Log.Keys.Keys.Except(before).Order());
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(100, 500)]
    public async Task A_client_that_does_not_read_holds_nobody_up(int operations, int fields)
    {
        var query = $"subscription {{ onOrdersChanged {{ {string.Join(' ', Enumerable.Range(0, fields).Select(field => $"field{field}: occurredAt"))} }} }}";
        await using var restaurant = await FaultyRestaurant.OpenAsync();
        using var burst = new Burst(restaurant);
        await burst.PlaceAsync(Guid.NewGuid());
        await using var socket = await SocketClient.InitAsync(restaurant.Server.Endpoint);
        for (var operation = 0; operation < operations; operation++)
        {
            await socket.SubscribeAsync($"{operation}", query);
        }

        await burst.RunAsync(clients: 4, () => burst.Placed.Count > 40);
        var (code, time) = await restaurant.Server.StopAsync();
        socket.Abort();
        Assert.Equal(0, code);
        Assert.True(time < Promptly, $"It took {time}.");
    }

    // One order after the other, until the socket is closed.
    private static async Task PlaceAsync(FaultyRestaurant restaurant, ConcurrentQueue<Guid> placed)
    {
        await using var socket = await SocketClient.InitAsync(restaurant.Server.Endpoint);
        JsonNode? answer;
        do
        {
            var key = Guid.NewGuid();
            var input = new { idempotencyKey = key, type = "TAKEAWAY", lines = new[] { new { dishId = restaurant.Dishes[0], quantity = 1 } } };
            await socket.SubscribeAsync("1", Documents.PlaceOrder, new { input });
            answer = await socket.ReceiveAsync();
            if (answer?["payload"]?["data"]?["placeOrder"]?["order"] is not null)
            {
                placed.Enqueue(key);
                answer = await socket.ReceiveAsync();
            }
        }
        while (answer?["type"]?.GetValue<string>() == "complete");
    }

    // Follows the same under three names until the socket is closed.
    private static async Task<(TaskCompletionSource Started, Task<(Dictionary<string, string> Seen, Dictionary<string, string> Told, int? Closed)> Ended)> ListenAsync(Uri endpoint)
    {
        var socket = await SocketClient.InitAsync(endpoint);
        foreach (var id in (string[])["a", "b", "c"])
        {
            await socket.SubscribeAsync(id, Follow);
        }

        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return (started, ReadAsync(socket, started));
    }

    private static async Task<(Dictionary<string, string> Seen, Dictionary<string, string> Told, int? Closed)> ReadAsync(SocketClient socket, TaskCompletionSource started)
    {
        var (seen, told) = (new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));
        while (await socket.ReceiveAsync() is { } message)
        {
            if (message["type"]!.GetValue<string>() == "ping")
            {
                told = message["payload"]!["cursors"]!.AsObject().ToDictionary(cursor => cursor.Key, cursor => cursor.Value!.GetValue<string>(), StringComparer.Ordinal);
            }
            else
            {
                seen[message["id"]!.GetValue<string>()] = message["payload"]!["data"]!["onOrdersChanged"]!["cursor"]!.GetValue<string>();
            }

            if (seen.Count == 3)
            {
                started.TrySetResult();
            }
        }

        var closed = socket.Closed.Code;
        await socket.DisposeAsync();
        return (seen, told, closed);
    }
}
