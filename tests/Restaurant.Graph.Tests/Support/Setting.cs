using System.Globalization;

namespace Restaurant.Graph.Tests.Support;

/// <summary>What a longer run is told by its environment.</summary>
internal static class Setting
{
    /// <summary>The number of a name; null if nothing is said.</summary>
    public static int? Number(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
