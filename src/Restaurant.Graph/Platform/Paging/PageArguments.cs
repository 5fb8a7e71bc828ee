using GraphQL.Types;
using Restaurant.Graph.Platform.Reading.Sql;
using Restaurant.Graph.Platform.Sorting;

namespace Restaurant.Graph.Platform.Paging;

/// <summary>Which page of a connection is asked for.</summary>
internal sealed record PageArguments(int Size, bool FromEnd, string? After, string? Before)
{
    /// <summary>The four arguments of a connection, as a schema declares them.</summary>
    public static IEnumerable<QueryArgument> Declare(PagingOptions options)
    {
        yield return Argument<IntGraphType>("first", $"How many items from the start, at most {options.MaxPageSize}; {options.DefaultPageSize} if neither `first` nor `last` is given.");
        yield return Argument<StringGraphType>("after", "A cursor: the page starts behind it.");
        yield return Argument<IntGraphType>("last", $"How many items from the end, at most {options.MaxPageSize}.");
        yield return Argument<StringGraphType>("before", "A cursor: the page ends ahead of it.");
    }

    /// <summary>Reads and checks them; throws <see cref="PagingError"/>.</summary>
    public static PageArguments Of(Bindings bindings, PagingOptions options)
    {
        var first = Read(bindings, "first", options);
        var last = Read(bindings, "last", options);
        if (first is not null && last is not null)
        {
            throw PagingError.BothEnds();
        }

        return new PageArguments(
            first ?? last ?? options.DefaultPageSize,
            last is not null,
            bindings.Argument("after") as string,
            bindings.Argument("before") as string);
    }

    /// <summary>The places of the cursors in an order.</summary>
    public (object?[]? After, object?[]? Before) PlacesIn(IReadOnlyList<SortKey> keys) => (Place(After, "after", keys), Place(Before, "before", keys));

    private static object?[]? Place(string? cursor, string argument, IReadOnlyList<SortKey> keys) =>
        cursor is null ? null : Cursor.Parse(cursor, keys) ?? throw PagingError.BadCursor(argument);

    private static int? Read(Bindings bindings, string argument, PagingOptions options) => bindings.Argument(argument) switch
    {
        int size when size < 0 => throw PagingError.Negative(argument, size),
        int size when size > options.MaxPageSize => throw PagingError.TooMany(argument, size, options.MaxPageSize),
        var size => size as int?,
    };

    private static QueryArgument Argument<TGraphType>(string name, string description)
        where TGraphType : IGraphType => new(typeof(TGraphType)) { Name = name, Description = description };
}
