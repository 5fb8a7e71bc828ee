using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Faults;

/// <summary>Clients who order without trying again, and note of each key what became of it.</summary>
internal sealed class Burst(FaultyRestaurant restaurant) : IDisposable
{
    private readonly HttpClient _http = new HttpClient { Timeout = TimeSpan.FromSeconds(30) }.As(Tokens.Manager);

    /// <summary>The keys that were answered with an order.</summary>
    public ConcurrentQueue<Guid> Placed { get; } = [];

    /// <summary>The keys that were answered with an error, and its code.</summary>
    public ConcurrentQueue<(Guid Key, string Code)> Refused { get; } = [];

    /// <summary>The keys that were not answered.</summary>
    public ConcurrentQueue<Guid> Unanswered { get; } = [];

    /// <summary>Lets so many order until enough of it.</summary>
    public Task RunAsync(int clients, Func<bool> isEnough) => Task.WhenAll(Enumerable.Range(0, clients).Select(async _ =>
    {
        while (!isEnough())
        {
            await PlaceAsync(Guid.NewGuid());
        }
    }));

    /// <summary>Orders once.</summary>
    public async Task PlaceAsync(Guid key)
    {
        try
        {
            var input = new { idempotencyKey = key, type = "TAKEAWAY", lines = new[] { new { dishId = restaurant.Dishes[0], quantity = 1 } } };
            using var response = await _http.PostAsJsonAsync(restaurant.Server.Endpoint, new { query = Documents.PlaceOrder, variables = new { input } });
            var answer = await response.Content.ReadFromJsonAsync<JsonNode>();
            if (answer?["errors"]?[0]?["extensions"]?["code"]?.GetValue<string>() is { } code)
            {
                Refused.Enqueue((key, code));
            }
            else
            {
                Assert.True(answer?["data"]?["placeOrder"]?["order"] is not null, answer?.ToJsonString());
                Placed.Enqueue(key);
            }
        }
        catch (Exception gone) when (Caller.IsGone(gone))
        {
            Unanswered.Enqueue(key);
        }
    }

    /// <summary>Fails unless what was acknowledged was stored, each key for an order of its own, and nothing else was.</summary>
    public void AssertStored(IReadOnlyCollection<Guid> before)
    {
        var keys = restaurant.Log.Keys;
        Assert.All(Placed, key => Assert.True(keys.ContainsKey(key), $"{key} was acknowledged, and is not there."));
        Assert.All(Refused, refused => Assert.False(keys.ContainsKey(refused.Key) && !Placed.Contains(refused.Key), $"{refused} was refused, and done."));
        Assert.All(Unanswered, key => Assert.False(keys.ContainsKey(key), $"{key} was done, and not answered."));
        Assert.Equal(Placed.Distinct().Count(), keys.Keys.Except(before).Count());
        Assert.Equal(Placed.Distinct().Count(), restaurant.Log.Orders);
        restaurant.Log.AssertWhole();
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();
}
