using System.Globalization;
using GraphQL;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Dining;

/// <summary>A party that has said when it comes. It moves as <see cref="ReservationStates"/> says, and each change of it is an event.</summary>
public sealed class Reservation : INode
{
    private readonly List<ReservationChanged> _changes = [];

    private string? _networkHash;

    /// <summary>The primary key.</summary>
    public long Id { get; private set; }

    /// <summary>The name of whoever has reserved.</summary>
    public required string Name { get; init; }

    /// <summary>The number to call them by; null if they have given none.</summary>
    public string? Phone { get; init; }

    /// <summary>How many they are.</summary>
    public required int PartySize { get; init; }

    /// <summary>When they come.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>Until when a table is kept: `startsAt` and the time that a party of that size sits.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>Where it stands.</summary>
    public ReservationStatus Status { get; private set; }

    /// <summary>The table that is kept, or where they were seated; null if there is none yet.</summary>
    public DiningTable? Table { get; private set; }

    /// <summary>The key of <see cref="Table"/>.</summary>
    public long? TableId { get; private set; }

    /// <summary>How often it has changed, its coming included: rises by one with each change.</summary>
    public int Version { get; private set; }

    /// <summary>What tells the code by which whoever has reserved can call it off.</summary>
    [Ignore]
    public required string CodeHash { get; init; }

    /// <summary>
    /// Keyed hash of the network from which strangers have reserved, by which their open reservations are counted. Null once the staff has made or
    /// booked it, and when it is not open any more.
    /// </summary>
    [Ignore]
    public string? NetworkHash
    {
        get => _networkHash;
        init => _networkHash = value;
    }

    /// <summary>What has happened to it.</summary>
    [Ignore]
    public IReadOnlyList<ReservationChanged> Changes => _changes;

    /// <summary>Begins it: with a table that is kept, or on the waitlist.</summary>
    internal Reservation Begin(DiningTable? table, DateTimeOffset now)
    {
        (Table, TableId) = (table, table?.Id);
        Record(table is null ? ReservationStatus.Waitlisted : ReservationStatus.Booked, null, now);
        return this;
    }

    /// <summary>Keeps a table that has become free.</summary>
    internal Outcome<Reservation> Book(DiningTable table, DateTimeOffset now) => Do(ReservationAction.Book, now, table);

    /// <summary>Keeps a table because the staff says so.</summary>
    internal Outcome<Reservation> Confirm(DiningTable table, DateTimeOffset now)
    {
        var outcome = Book(table, now);
        _networkHash = outcome.Subject is null ? _networkHash : null;
        return outcome;
    }

    /// <summary>Leads the party to a table.</summary>
    internal Outcome<Reservation> Seat(DiningTable table, DateTimeOffset now) => Do(ReservationAction.Seat, now, table);

    /// <summary>The error of a party that comes on another day than it has reserved for; null where it comes in time.</summary>
    /// <param name="now">The time.</param>
    /// <param name="dayOf">The day of the restaurant's calendar at an instant.</param>
    /// <param name="early">How much before its time a party is in time, be it the day before.</param>
    internal ReservationActionNotAllowedError? NotToday(DateTimeOffset now, Func<DateTimeOffset, DateOnly> dayOf, TimeSpan early) =>
        dayOf(now) == dayOf(StartsAt) || (now >= StartsAt - early && now < EndsAt)
            ? null
            : ReservationActionNotAllowedError.Of(ReservationAction.Seat, Status, $"The reservation is for {Instant(StartsAt)}, which is not today.");

    /// <summary>Calls it off.</summary>
    /// <param name="now">When.</param>
    /// <param name="path">What it was told by, for the error if it is not possible.</param>
    internal Outcome<Reservation> Cancel(DateTimeOffset now, string path = "reservationId") => Do(ReservationAction.Cancel, now, path: path);

    /// <summary>Notes that the party has not come, which is not known before its time.</summary>
    internal Outcome<Reservation> MarkNoShow(DateTimeOffset now) => now < StartsAt && ReservationStates.Table.Next(Status, ReservationAction.MarkNoShow) is not null
        ? ReservationActionNotAllowedError.Of(ReservationAction.MarkNoShow, Status, $"The reservation is for {Instant(StartsAt)}: until then the party may come.")
        : Do(ReservationAction.MarkNoShow, now);

    /// <summary>Notes that the party has come after all: it waits for a table, before those who began to wait later.</summary>
    internal Outcome<Reservation> UndoNoShow(DateTimeOffset now)
    {
        var outcome = Do(ReservationAction.UndoNoShow, now);
        (Table, TableId) = outcome.Subject is null ? (Table, TableId) : (null, null);
        return outcome;
    }

    private static string Instant(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);

    private Outcome<Reservation> Do(ReservationAction action, DateTimeOffset now, DiningTable? table = null, string path = "reservationId")
    {
        if (ReservationStates.Table.Next(Status, action) is not { } next)
        {
            return ReservationActionNotAllowedError.At(path, action, Status);
        }

        (Table, TableId) = table is null ? (Table, TableId) : (table, table.Id);
        Record(next, Status, now);
        return this;
    }

    private void Record(ReservationStatus next, ReservationStatus? previous, DateTimeOffset now)
    {
        (Status, Version) = (next, Version + 1);
        _networkHash = next is ReservationStatus.Booked or ReservationStatus.Waitlisted ? _networkHash : null;
        _changes.Add(new ReservationChanged { Reservation = this, Status = next, PreviousStatus = previous, OccurredAt = now });
    }
}
