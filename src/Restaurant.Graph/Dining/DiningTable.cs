using GraphQL;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Dining;

/// <summary>A table.</summary>
[Name("Table")]
public sealed class DiningTable : INode, IPositioned
{
    private readonly List<Visit> _visits = [];

    /// <summary>The primary key.</summary>
    public long Id { get; private set; }

    /// <inheritdoc />
    [Ignore]
    public int Position { get; private set; }

    /// <summary>What is written on it: `T12`.</summary>
    public required string Code { get; init; }

    /// <summary>The part of the house where it stands.</summary>
    public string Area { get; private set; } = "";

    /// <summary>How many guests can sit at it.</summary>
    public int Seats { get; private set; }

    /// <summary>Whether it is no longer there; what has happened at it stays.</summary>
    [Ignore]
    public bool IsRetired { get; private set; }

    /// <summary>What its QR code holds.</summary>
    [Ignore]
    public TableCode? Pass { get; init; }

    /// <summary>Those who have sat at it.</summary>
    [Ignore]
    public IReadOnlyList<Visit> Visits => _visits;

    internal void Retire() => IsRetired = true;

    internal DiningTable Update(TableEntry entry, int position)
    {
        (Area, Seats, Position, IsRetired) = (entry.Area, entry.Seats, position, false);
        return this;
    }
}
