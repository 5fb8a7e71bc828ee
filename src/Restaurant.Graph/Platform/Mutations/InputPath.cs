using System.Globalization;
using Restaurant.Graph.Platform.Composition;

namespace Restaurant.Graph.Platform.Mutations;

/// <summary>Paths into the input of a mutation.</summary>
public static class InputPath
{
    /// <summary>The input as a whole.</summary>
    public static IReadOnlyList<string> Whole { get; } = ["input"];

    /// <summary>A property of the input, an item of a list in it, a property of that item, and so on.</summary>
    /// <param name="steps">Names of properties, as in C# or as in the schema, and indexes of items.</param>
    public static IReadOnlyList<string> Of(params ReadOnlySpan<object> steps)
    {
        var path = new List<string>(steps.Length + 1) { "input" };
        foreach (var step in steps)
        {
            path.Add(step is string name ? GraphNames.Field(name) : Convert.ToString(step, CultureInfo.InvariantCulture) ?? "");
        }

        return path;
    }
}
