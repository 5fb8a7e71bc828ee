using GraphQL;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Dining;

/// <summary>A party of guests, from their coming to their leaving: those who sit at a table, or somebody who takes away what they order.</summary>
public sealed class Visit : INode
{
    /// <summary>The primary key.</summary>
    public long Id { get; private set; }

    /// <summary>Where they sit; null if they take away what they order.</summary>
    public DiningTable? Table { get; private set; }

    /// <summary>The key of <see cref="Table"/>.</summary>
    public long? TableId { get; init; }

    /// <summary>When they came.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When they left; null while they are there.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Notes that they have left.</summary>
    internal Visit Close(DateTimeOffset now)
    {
        ClosedAt ??= now;
        return this;
    }
}
