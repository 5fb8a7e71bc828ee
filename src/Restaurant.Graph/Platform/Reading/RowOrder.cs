using System.Reflection;

namespace Restaurant.Graph.Platform.Reading;

/// <summary>The order of rows that nobody sorted: by position where they have one, then by key.</summary>
internal static class RowOrder
{
    /// <summary>The properties of that order.</summary>
    public static IEnumerable<PropertyInfo> Of(Type row) => row.IsAssignableTo(typeof(IPositioned))
        ? [row.GetProperty(nameof(IPositioned.Position))!, KeyOf(row)]
        : [KeyOf(row)];

    /// <summary>The property that breaks every tie.</summary>
    public static PropertyInfo KeyOf(Type row) => row.GetProperty(nameof(IRow.Id))!;

    /// <summary>Rows already read, in that order.</summary>
    public static IReadOnlyList<T> Sort<T>(IEnumerable<T> rows)
        where T : IRow => [.. rows.OrderBy(row => (row as IPositioned)?.Position ?? 0).ThenBy(row => row.Id)];
}
