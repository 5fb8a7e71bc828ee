using System.Text.Json.Nodes;

namespace Restaurant.Graph.Tests.Faults;

/// <summary>A change of an order as a stream tells of it.</summary>
internal sealed record Change(string Cursor, string Order, string Status, int Version);

/// <summary>A way to follow something from behind a cursor.</summary>
internal delegate IAsyncEnumerable<JsonNode> Line(Uri endpoint, string query, object? variables, string? after, CancellationToken leave);

/// <summary>Somebody who follows one order or all of them, and goes on behind the last cursor whenever the server is gone.</summary>
/// <param name="line">How.</param>
/// <param name="order">The order; null for all.</param>
internal sealed class Follow(Line line, string? order = null)
{
    /// <summary>The cursor from before the first event.</summary>
    private const string Beginning = "AAAAAAAAAAA";

    private const string All = "subscription($after: String) { onOrdersChanged(after: $after) { cursor status version order { id version } } }";
    private const string One = "subscription($id: ID!, $after: String) { onOrderChanged(orderId: $id, after: $after) { cursor status version order { id version } } }";

    private string? _last = order is null ? null : Beginning;

    /// <summary>The order; null for all.</summary>
    public string? Order => order;

    /// <summary>What was seen, in the order it came.</summary>
    public List<Change> Seen { get; } = [];

    /// <summary>The last cursor; null before the first.</summary>
    public string? Last => Volatile.Read(ref _last);

    /// <summary>How often the stream was resumed and went on.</summary>
    public int Resumed { get; private set; }

    /// <summary>Follows until the client leaves.</summary>
    public async Task RunAsync(Uri endpoint, Journal journal, CancellationToken leave)
    {
        while (!leave.IsCancellationRequested)
        {
            try
            {
                var before = Seen.Count;
                await foreach (var answer in line(endpoint, order is null ? All : One, new { id = order }, _last, leave))
                {
                    Read(answer, journal);
                    Resumed += before > 0 && Seen.Count == before + 1 ? 1 : 0;
                }
            }
            catch (Exception gone) when (Caller.IsGone(gone))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), CancellationToken.None);
            }
        }
    }

    private void Read(JsonNode answer, Journal journal)
    {
        Assert.True(answer["errors"] is null, answer.ToJsonString());
        var happened = answer["data"]![order is null ? "onOrdersChanged" : "onOrderChanged"]!;
        var (id, version) = (happened["order"]!["id"]!.GetValue<string>(), happened["version"]!.GetValue<int>());
        Assert.True(happened["order"]!["version"]!.GetValue<int>() >= version, answer.ToJsonString());
        journal.See(id, version, known: 0);
        Seen.Add(new Change(happened["cursor"]!.GetValue<string>(), id, happened["status"]!.GetValue<string>(), version));
        Volatile.Write(ref _last, Seen[^1].Cursor);
    }
}
