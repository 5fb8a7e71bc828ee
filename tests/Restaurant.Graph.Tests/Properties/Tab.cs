using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Properties;

/// <summary>An order as it was last acknowledged.</summary>
internal sealed class Tab
{
    /// <summary>What is asked of it.</summary>
    public const string Fields = "id version status scheduledFor balance { minorUnits } lines { id status course }";

    private static readonly string[] Waiting = ["NEW", "HELD"];

    // What is meant for later than this is promised when it goes to the kitchen.
    private static readonly TimeSpan Lead = TimeSpan.FromMinutes(30);

    private readonly Dictionary<string, Dictionary<long, int>> _takes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unpromised = new(StringComparer.Ordinal);

    /// <summary>How many changes of it were told of.</summary>
    public int Version { get; private set; }

    /// <summary>Where it stands.</summary>
    public string Status { get; private set; } = "";

    /// <summary>Where its lines stand, by their ids.</summary>
    public Dictionary<string, (string Status, int Course)> Lines { get; private set; } = new(StringComparer.Ordinal);

    /// <summary>Takes over what was acknowledged, and books what that means for the store room.</summary>
    /// <param name="order">The order.</param>
    /// <param name="ordered">What new lines of it take, in their order.</param>
    /// <param name="stock">The store room.</param>
    /// <param name="now">The time.</param>
    public void Follow(JsonNode order, IEnumerable<Dictionary<long, int>> ordered, Shelf stock, DateTimeOffset now)
    {
        Assert.True(order.Number("version") >= Version, $"{order.Text("id")} was at {Version} and is at {order.Number("version")}.");
        (Version, Status) = (order.Number("version"), order.Text("status"));
        var lines = order["lines"]!.AsArray().ToDictionary(line => line!.Text("id"), line => (line!.Text("status"), line!.Number("course")), StringComparer.Ordinal);
        Assert.Empty(Lines.Keys.Except(lines.Keys, StringComparer.Ordinal));
        foreach (var (id, takes) in lines.Keys.Where(id => !_takes.ContainsKey(id)).Zip(ordered).ToList())
        {
            _takes[id] = takes;
            if (order["scheduledFor"] is not null && order.Instant("scheduledFor") > now + Lead)
            {
                _unpromised.Add(id);
            }
            else
            {
                stock.Reserve(takes, 1);
            }
        }

        foreach (var id in _unpromised.Where(id => lines[id].Item1 != "VOIDED" && Status is not ("PLACED" or "SCHEDULED")).ToList())
        {
            _unpromised.Remove(id);
            stock.Reserve(_takes[id], 1);
        }

        foreach (var (id, (status, _)) in lines)
        {
            if (!_unpromised.Contains(id) && !Waiting.Contains(status) && Waiting.Contains(Lines.TryGetValue(id, out var before) ? before.Status : "NEW"))
            {
                stock.Reserve(_takes[id], -1);
                stock.Use(status == "VOIDED" ? [] : _takes[id]);
            }
        }

        Lines = lines;
    }
}
