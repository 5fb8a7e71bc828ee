using GraphQL;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Dining;

/// <summary>A part of the house where tables stand, such as the terrace.</summary>
public sealed class Area : INode, IPositioned
{
    private readonly List<DiningTable> _tables = [];

    /// <summary>The primary key.</summary>
    public long Id { get; private set; }

    /// <inheritdoc />
    [Ignore]
    public int Position { get; private set; }

    /// <summary>The name, which no other area has.</summary>
    public required string Name { get; init; }

    /// <summary>The tables that stand there; for a guest, the one where they sit.</summary>
    [ListSize(10)]
    public IReadOnlyList<DiningTable> Tables => _tables;

    internal Area At(int position)
    {
        Position = position;
        return this;
    }
}
