using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Faults;

/// <summary>Guests who order, at times call an order off, and try again with the same key until they have an answer.</summary>
internal sealed class Guests(Uri endpoint, IReadOnlyList<string> dishes, int seed)
{
    private const string Cancel = "mutation($input: CancelOrderInput!) { cancelOrder(input: $input) { order { id version total { minorUnits } } errors { __typename } } }";

    private int _placed;
    private int _retries;

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10) };

    /// <summary>Orders that were acknowledged: their totals in minor units, and the latest versions that were told.</summary>
    public ConcurrentDictionary<string, (long Total, int Version)> Known { get; } = new(StringComparer.Ordinal);

    /// <summary>How many keys were answered with an order.</summary>
    public int Placed => _placed;

    /// <summary>How many requests had to be sent again.</summary>
    public int Retries => _retries;

    /// <summary>Lets so many come, until it is over and each has an answer.</summary>
    public Task ComeAsync(int count, CancellationToken over) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(number => VisitAsync(new Random(seed + number), over)));

    private async Task VisitAsync(Random random, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            var lines = Enumerable.Range(0, random.Next(1, 4)).Select(_ => new { dishId = dishes[random.Next(dishes.Count)], quantity = random.Next(1, 3) });
            var placed = await AskAsync(Documents.PlaceOrder, "placeOrder", new { idempotencyKey = Guid.NewGuid(), type = "TAKEAWAY", lines = lines.ToList() });
            if (Learn(placed) is { } order && Interlocked.Increment(ref _placed) > 0 && random.Next(3) == 0)
            {
                Learn(await AskAsync(Cancel, "cancelOrder", new { idempotencyKey = Guid.NewGuid(), orderId = order.Id, expectedVersion = order.Version }));
            }
        }
    }

    private (string Id, int Version)? Learn(JsonNode payload)
    {
        if (payload["order"] is not { } order)
        {
            return null;
        }

        var (id, version) = (order["id"]!.GetValue<string>(), order["version"]!.GetValue<int>());
        var total = order["total"]!["minorUnits"]!.GetValue<long>();
        Known.AddOrUpdate(id, (total, version), (_, known) => (total, Math.Max(known.Version, version)));
        return (id, version);
    }

    // The server may be gone before or after it has done what it was asked for: only asking again with the same key tells.
    private async Task<JsonNode> AskAsync(string query, string field, object input)
    {
        while (true)
        {
            try
            {
                using var response = await _http.PostAsJsonAsync(endpoint, new { query, variables = new { input } });
                if ((await response.Content.ReadFromJsonAsync<JsonNode>())?["data"]?[field] is { } payload)
                {
                    return payload;
                }
            }
            catch (Exception gone) when (gone is HttpRequestException or OperationCanceledException or IOException or System.Text.Json.JsonException)
            {
                Interlocked.Increment(ref _retries);
                await Task.Delay(TimeSpan.FromMilliseconds(20));
            }
        }
    }
}
