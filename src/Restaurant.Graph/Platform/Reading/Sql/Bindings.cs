using GraphQL.Execution;

namespace Restaurant.Graph.Platform.Reading.Sql;

/// <summary>What the slots of one statement are filled from.</summary>
internal sealed class Bindings
{
    /// <summary>The arguments of the field, by name.</summary>
    public IDictionary<string, ArgumentValue>? Arguments { get; init; }

    /// <summary>The key of whoever asks.</summary>
    public required long ViewerKey { get; init; }

    /// <summary>The keys of the rows that the statement is about, where it is about some: of the parents, or their own.</summary>
    public IReadOnlyList<long> Keys { get; init; } = [];

    /// <summary>The values of the sort keys behind which a page starts.</summary>
    public object?[]? After { get; init; }

    /// <summary>The values of the sort keys ahead of which a page ends.</summary>
    public object?[]? Before { get; init; }

    /// <summary>How many rows are read at the most.</summary>
    public int Limit { get; init; }

    /// <summary>The value of an argument; null where it is not given.</summary>
    public object? Argument(string name) =>
        Arguments is not null && Arguments.TryGetValue(name, out var argument) ? argument.Value : null;
}
