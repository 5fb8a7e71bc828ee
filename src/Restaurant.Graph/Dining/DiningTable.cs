using GraphQL;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Dining;

/// <summary>A table. It moves as <see cref="TableStates"/> says, and each move is an event.</summary>
[Name("Table")]
public sealed class DiningTable : INode, IPositioned
{
    private readonly List<Visit> _visits = [];
    private readonly List<Reservation> _reservations = [];
    private readonly List<TableChanged> _changes = [];

    /// <summary>The primary key.</summary>
    public long Id { get; private set; }

    /// <inheritdoc />
    [Ignore]
    public int Position { get; private set; }

    /// <summary>What is written on it: `T12`.</summary>
    public required string Code { get; init; }

    /// <summary>The part of the house where it stands; null if it is no longer there.</summary>
    public Area? Area { get; private set; }

    /// <summary>The key of <see cref="Area"/>.</summary>
    public long? AreaId { get; private set; }

    /// <summary>How many guests can sit at it.</summary>
    public int Seats { get; private set; }

    /// <summary>Whether a party can sit there.</summary>
    public TableStatus Status { get; private set; }

    /// <summary>How often its status has changed, plus one.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Whether it is no longer there; what has happened at it stays.</summary>
    [Ignore]
    public bool IsRetired { get; private set; }

    /// <summary>What its QR code holds.</summary>
    [Ignore]
    public TableCode? Pass { get; init; }

    /// <summary>Those who have sat at it.</summary>
    [Ignore]
    public IReadOnlyList<Visit> Visits => _visits;

    /// <summary>The reservations that it was kept for.</summary>
    [Ignore]
    public IReadOnlyList<Reservation> Reservations => _reservations;

    /// <summary>What has happened to it.</summary>
    [Ignore]
    public IReadOnlyList<TableChanged> Changes => _changes;

    /// <summary>Does something with it, if its status allows that.</summary>
    internal Outcome<DiningTable> Do(TableAction action, DateTimeOffset now)
    {
        if (TableStates.Table.Next(Status, action) is not { } next)
        {
            return TableActionNotAllowedError.Of(action, Status);
        }

        _changes.Add(new TableChanged { Table = this, Status = next, PreviousStatus = Status, OccurredAt = now });
        (Status, Version) = (next, Version + 1);
        return this;
    }

    internal void Retire() => (IsRetired, Area, AreaId) = (true, null, null);

    internal DiningTable Update(TableEntry entry, Area area, int position)
    {
        (Area, Seats, Position, IsRetired) = (area, entry.Seats, position, false);
        return this;
    }
}
