using GraphQL;
using GraphQL.Types;

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
    public static PageArguments Of(IResolveFieldContext context, PagingOptions options)
    {
        var first = Read(context, "first", options);
        var last = Read(context, "last", options);
        if (first is not null && last is not null)
        {
            throw PagingError.BothEnds();
        }

        return new PageArguments(
            first ?? last ?? options.DefaultPageSize,
            last is not null,
            context.GetArgument<string?>("after"),
            context.GetArgument<string?>("before"));
    }

    private static int? Read(IResolveFieldContext context, string argument, PagingOptions options) =>
        context.GetArgument<int?>(argument) switch
        {
            { } size when size < 0 => throw PagingError.Negative(argument, size),
            { } size when size > options.MaxPageSize => throw PagingError.TooMany(argument, size, options.MaxPageSize),
            var size => size,
        };

    private static QueryArgument Argument<TGraphType>(string name, string description)
        where TGraphType : IGraphType => new(typeof(TGraphType)) { Name = name, Description = description };
}
