using GraphQL;

namespace Restaurant.Graph.Platform.Paging;

/// <summary>Arguments of a connection that ask for no page there is.</summary>
public sealed class PagingError : ExecutionError
{
    private PagingError(string code, string message)
        : base(message) => Code = code;

    internal static PagingError TooMany(string argument, int asked, int most) =>
        new("PAGE_SIZE_EXCEEDED", $"'{argument}' is {asked} where a page has at most {most} items.");

    internal static PagingError Negative(string argument, int asked) =>
        new("PAGE_SIZE_INVALID", $"'{argument}' is {asked} where it has to be 0 or more.");

    internal static PagingError BothEnds() =>
        new("PAGE_SIZE_INVALID", "'first' and 'last' cannot be used together: a page is taken from one end.");

    internal static PagingError BadCursor(string argument) =>
        new("INVALID_CURSOR", $"'{argument}' is not a cursor of this list in this order.");
}
