using Restaurant.Graph.Platform.Reading;

namespace Restaurant.Graph.Platform.Paging;

/// <summary>
/// A row that was searched for: a query method that returns these is a connection of the rows, the best first. A page goes on behind a rank
/// and a key, so a rank has to follow from the row and the search alone: one that depends on other rows would move when those come and go.
/// </summary>
public sealed class Ranked<T> : IRow, IPositioned
    where T : class, IRow
{
    /// <summary>The row.</summary>
    public required T Row { get; init; }

    /// <inheritdoc />
    public required long Id { get; init; }

    /// <summary>How well it fits: the less the better.</summary>
    public required int Position { get; init; }
}

/// <summary>Looks at types that may be such.</summary>
internal static class Ranked
{
    /// <summary>The row of what a query yields, which may be ranked.</summary>
    public static Type RowOf(Type item) => IsRanked(item) ? item.GetGenericArguments()[0] : item;

    /// <summary>Whether what a query yields is ranked.</summary>
    public static bool IsRanked(Type item) => item.IsGenericType && item.GetGenericTypeDefinition() == typeof(Ranked<>);
}
