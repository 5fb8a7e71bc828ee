using System.Reflection;
using GraphQL;
using GraphQL.Resolvers;

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
    public static IEnumerable<object> Sort(IEnumerable<object> rows) => rows
        .OrderBy(row => (row as IPositioned)?.Position ?? 0)
        .ThenBy(row => ((IRow)row).Id);
}

/// <summary>Puts a list that was read with its parent in order; the database returns it in any.</summary>
internal sealed class SortedListResolver(IFieldResolver inner) : IFieldResolver
{
    /// <inheritdoc />
    public async ValueTask<object?> ResolveAsync(IResolveFieldContext context) =>
        await inner.ResolveAsync(context) is IEnumerable<object> rows ? RowOrder.Sort(rows) : null;
}
