namespace Restaurant.Graph.Tests.Platform.Reading.Oracle.Syntax;

/// <summary>The selections between two braces, or none at all below a leaf.</summary>
internal static class SelectionSet
{
    /// <summary>As GraphQL, one selection a line.</summary>
    public static string Text(IReadOnlyList<Selection> selections) => selections.Count == 0
        ? ""
        : $" {{\n  {string.Join("\n", selections.Select(selection => selection.Text)).Replace("\n", "\n  ", StringComparison.Ordinal)}\n}}";

    /// <summary>Sets that have less in them but are not empty.</summary>
    public static IEnumerable<IReadOnlyList<Selection>> Smaller(IReadOnlyList<Selection> selections, Case whole)
    {
        var opened = selections.Index().Where(selection => selection.Item is InlineFragment)
            .Select(selection => selections.With(selection.Index, ((InlineFragment)selection.Item).Selections));
        return [.. opened, .. Reduction.Of(selections, selection => selection.Smaller(whole), least: Math.Min(1, selections.Count))];
    }
}
