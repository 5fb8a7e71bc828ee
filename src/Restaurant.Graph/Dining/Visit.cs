using GraphQL;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Dining;

/// <summary>
/// A party of guests, from their coming to their leaving: those who sit at a table, or somebody who takes away what they order. It moves as
/// <see cref="VisitStates"/> says.
/// </summary>
public sealed class Visit : INode
{
    private readonly List<Visit> _merged = [];
    private readonly List<VisitChanged> _changes = [];

    /// <summary>The primary key.</summary>
    public long Id { get; private set; }

    /// <summary>Where they sit, or sat last; null if they take away what they order.</summary>
    public DiningTable? Table { get; private set; }

    /// <summary>The key of <see cref="Table"/>.</summary>
    public long? TableId { get; private set; }

    /// <summary>The reservation that they came with; null if they came without.</summary>
    public Reservation? Reservation { get; private set; }

    /// <summary>The key of <see cref="Reservation"/>.</summary>
    public long? ReservationId { get; private set; }

    /// <summary>How many they are, as far as they were counted; null if they were not. A party that was not counted adds nobody to the party it becomes a part of.</summary>
    public int? PartySize { get; private set; }

    /// <summary>Whether they are there.</summary>
    public VisitStatus Status { get; private set; }

    /// <summary>How often it has changed, its beginning included: rises by one with each change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>When they came.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When they left, or became a part of another party; null while they are there.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>The party that they are a part of; null if they are a party of their own.</summary>
    public Visit? MergedInto { get; private set; }

    /// <summary>The key of <see cref="MergedInto"/>.</summary>
    public long? MergedIntoId { get; private set; }

    /// <summary>The parties that have become a part of this one, and theirs.</summary>
    [Ignore]
    public IReadOnlyList<Visit> Merged => _merged;

    /// <summary>What has happened to them since they came.</summary>
    [Ignore]
    public IReadOnlyList<VisitChanged> Changes => _changes;

    /// <summary>What they are allergic to, as far as they have said.</summary>
    public IReadOnlyList<Allergen> Allergies { get; private set; } = [];

    /// <summary>Somebody who takes away what they order.</summary>
    internal static Visit WithoutTable(DateTimeOffset now) => new() { StartedAt = now };

    /// <summary>A party that sits down, if the table is one where it may.</summary>
    internal static Outcome<Visit> At(DiningTable table, TableAction action, int? partySize, DateTimeOffset now, Reservation? reservation = null) =>
        table.Do(action, now).Errors is [var fault, ..] ? fault
        : new Visit { Table = table, TableId = table.Id, PartySize = partySize, Reservation = reservation, ReservationId = reservation?.Id, StartedAt = now };

    /// <summary>Says what they are allergic to. To say it again changes nothing.</summary>
    internal Visit DeclareAllergies(IEnumerable<Allergen> allergies, DateTimeOffset now)
    {
        List<Allergen> declared = [.. allergies.Distinct().Order()];
        if (!declared.SequenceEqual(Allergies))
        {
            Allergies = declared;
            Record(now);
        }

        return this;
    }

    /// <summary>Goes on at another table; the one before is left.</summary>
    internal Outcome<Visit> MoveTo(DiningTable table, DateTimeOffset now)
    {
        if (VisitStates.Table.Next(Status, VisitAction.Move) is not { } next)
        {
            return VisitActionNotAllowedError.Of(VisitAction.Move, Status);
        }

        if (table.Do(TableAction.Seat, now).Errors is [var fault, ..])
        {
            return fault;
        }

        Table?.Do(TableAction.Leave, now);
        (Table, TableId, Status) = (table, table.Id, next);
        return Record(now);
    }

    /// <summary>Goes on as a part of another party, with all that are a part of this one; the table is left.</summary>
    internal Outcome<Visit> MergeInto(Visit party, DateTimeOffset now)
    {
        if (VisitStates.Table.Next(Status, VisitAction.Merge) is not { } next)
        {
            return VisitActionNotAllowedError.Of(VisitAction.Merge, Status);
        }

        if (VisitStates.Table.Next(party.Status, VisitAction.Merge) is null)
        {
            return VisitActionNotAllowedError.Of(VisitAction.Merge, party.Status, nameof(MergeVisitsInput.IntoVisitId));
        }

        Table?.Do(TableAction.Leave, now);
        foreach (var part in _merged.Append(this))
        {
            (part.MergedInto, part.MergedIntoId) = (party, party.Id);
        }

        party.Allergies = [.. party.Allergies.Union(Allergies).Order()];
        party.PartySize = party.PartySize is null && PartySize is null ? null : (party.PartySize ?? 0) + (PartySize ?? 0);
        party.Record(now);
        (Status, ClosedAt) = (next, now);
        return Record(now);
    }

    /// <summary>Leaves.</summary>
    internal Outcome<Visit> Close(DateTimeOffset now)
    {
        if (VisitStates.Table.Next(Status, VisitAction.Close) is not { } next)
        {
            return VisitActionNotAllowedError.Of(VisitAction.Close, Status);
        }

        if (next != Status)
        {
            Table?.Do(TableAction.Leave, now);
            (Status, ClosedAt) = (next, now);
            Record(now);
        }

        return this;
    }

    private Visit Record(DateTimeOffset now)
    {
        Version++;
        _changes.Add(new VisitChanged { Visit = this, OccurredAt = now });
        return this;
    }
}
