using Restaurant.Graph.Platform.Composition;

namespace Restaurant.Graph.Orders;

/// <summary>The statuses that the lines of an order have, as the order stores them: each once, by name.</summary>
internal static class LineStatusSet
{
    private static readonly Dictionary<string, LineStatus> Names = Enum.GetValues<LineStatus>().ToDictionary(static status => GraphNames.Constant(status.ToString()), StringComparer.Ordinal);

    /// <summary>As it is stored.</summary>
    public static string Write(IEnumerable<LineStatus> statuses) =>
        string.Join(',', statuses.Distinct().Order().Select(static status => GraphNames.Constant(status.ToString())));

    /// <summary>As it was before it was stored.</summary>
    public static IEnumerable<LineStatus> Read(string stored) => stored.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(static name => Names[name]);
}
