using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;

namespace Restaurant.Graph.Dining;

/// <summary>Which tables are free when: not reserved, nobody sits there, and not out of service.</summary>
internal sealed class TableTimes
{
    private readonly IReadOnlyList<DiningTable> _tables;
    private readonly List<Reservation> _reservations;
    private readonly ILookup<long, DateTimeOffset> _seatedUntil;

    private TableTimes(IReadOnlyList<DiningTable> tables, List<Reservation> reservations, ILookup<long, DateTimeOffset> seatedUntil) =>
        (_tables, _reservations, _seatedUntil) = (tables, reservations, seatedUntil);

    /// <summary>Those of a stretch of time.</summary>
    public static async Task<TableTimes> ReadAsync(RestaurantDb db, DiningOptions options, DateTimeOffset now, DateTimeOffset from, DateTimeOffset to)
    {
        var tables = await db.Tables
            .Where(table => !table.IsRetired)
            .OrderBy(table => table.Seats).ThenBy(table => table.Position)
            .ToListAsync();
        var reservations = await db.Reservations
            .Where(reservation => reservation.Status == ReservationStatus.Booked && reservation.StartsAt < to && reservation.EndsAt > from)
            .ToListAsync();
        reservations.AddRange(db.Reservations.Local
            .Where(reservation => reservation.Status == ReservationStatus.Booked && reservation.StartsAt < to && reservation.EndsAt > from)
            .Except(reservations));
        var visits = await db.Visits.Where(visit => visit.TableId != null && visit.ClosedAt == null).ToListAsync();

        // Rows that the unit of work has changed are the same objects, as they are now: a party that leaves is still there for the database.
        return new TableTimes(
            tables.FindAll(static table => table.Status != TableStatus.OutOfService),
            reservations,
            visits.Where(static visit => visit.ClosedAt is null).ToLookup(visit => visit.TableId ?? 0, visit => SeatedUntil(visit, options, now)));
    }

    /// <summary>The smallest table that is free for all of a time and has seats for a party; of several, the first of the house. Null if there is none.</summary>
    public DiningTable? BestFit(int partySize, DateTimeOffset starts, DateTimeOffset ends) =>
        _tables.FirstOrDefault(table => table.Seats >= partySize && IsFree(table, starts, ends));

    /// <summary>How many of the tables, rounded up, a share of them is.</summary>
    /// <param name="percent">The share.</param>
    public int ShareOf(int percent) => ((_tables.Count * percent) + 99) / 100;

    /// <summary>Whether strangers can have one more table at a time, where they may have a number of tables without the staff.</summary>
    public bool HasRoomForStranger(DateTimeOffset starts, DateTimeOffset ends, int maxTables) => _reservations
        .Where(other => other.NetworkHash is not null && IsIn(other, starts, ends))
        .Select(other => other.TableId)
        .Distinct()
        .Count() < maxTables;

    /// <summary>Whether a reservation can have one more table at a time without the staff.</summary>
    /// <param name="networkHash">The hash of the network of a stranger; null for the staff, which is not bounded.</param>
    /// <param name="starts">When the time begins.</param>
    /// <param name="ends">When it ends.</param>
    /// <param name="share">Percent of the tables that strangers together may have.</param>
    public bool HasRoomFor(string? networkHash, DateTimeOffset starts, DateTimeOffset ends, int share) =>
        networkHash is null || HasRoomForStranger(starts, ends, ShareOf(share));

    /// <summary>Takes a reservation into account that was booked just now.</summary>
    public void Add(Reservation reservation) => _reservations.Add(reservation);

    // Asked of the reservations as they are now, since one may have been called off a moment ago.
    private bool IsFree(DiningTable table, DateTimeOffset starts, DateTimeOffset ends) =>
        !_seatedUntil[table.Id].Any(until => until > starts)
        && !_reservations.Exists(other => other.TableId == table.Id && IsIn(other, starts, ends));

    private static bool IsIn(Reservation other, DateTimeOffset starts, DateTimeOffset ends) =>
        other.Status == ReservationStatus.Booked && other.StartsAt < ends && other.EndsAt > starts;

    // Those who sit longer than is usual may get up at any moment, but not at once.
    private static DateTimeOffset SeatedUntil(Visit visit, DiningOptions options, DateTimeOffset now)
    {
        var (usual, soon) = (visit.StartedAt + options.TurnTimeOf(visit.PartySize ?? 1), now + ReservationBook.Grid);
        return usual > soon ? usual : soon;
    }
}
