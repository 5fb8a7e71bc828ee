using GraphQL;
using GraphQL.Execution;

namespace Restaurant.Graph.Platform.Limits;

/// <summary>A document, or what comes with it, is larger than it may be. It is found out before anything else is done with it.</summary>
internal sealed class LimitError : DocumentError
{
    /// <summary>Tells of too many of something.</summary>
    /// <param name="what">What there are too many of, as the beginning of a sentence, such as <c>The document has</c>.</param>
    /// <param name="limit">How many there may be, such as <c>100 aliases</c>.</param>
    public LimitError(string what, string limit)
        : base($"{what} more than {limit}, which are the most.") => Code = "LIMIT_EXCEEDED";

    /// <summary>Throws if there are more than there may be.</summary>
    public static void Check(int count, int limit, string what, string where = "The document has")
    {
        if (count > limit)
        {
            throw new LimitError(where, $"{limit} {what}");
        }
    }
}
