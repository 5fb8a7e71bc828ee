using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Properties;

/// <summary>What people do with tables, parties and reservations.</summary>
internal static class DiningDeeds
{
    /// <summary>The name of somebody who works there.</summary>
    public const string Name = "Ada";

    /// <summary>By what they sign in.</summary>
    public const string Secret = "a secret of a person";

    /// <summary>All of it.</summary>
    public static IReadOnlyList<Deed> All { get; } =
    [
        new("signIn", 1, sight => new { name = Name, secret = sight.Likely(90) ? Secret : "another secret" }),
        new("startVisit", 5, sight => new { tableCode = sight.Likely(80) ? sight.Any("tableCodes")!.Text("code") : null }),
        new("seatParty", 5, sight => new
        {
            tableId = sight.Any("tables", "AVAILABLE")!.Text("id"), partySize = sight.Random.Next(1, 7), @override = sight.Likely(30),
            reservationId = sight.Likely(20) ? sight.Any("reservations", "BOOKED")?.Text("id") : null,
        }),
        new("moveVisit", 3, sight => sight.Any("visits", "OPEN") is { } visit
            ? new { idempotencyKey = sight.Key(), visitId = visit.Text("id"), expectedVersion = visit.Number("version"), tableId = sight.Any("tables", "AVAILABLE")!.Text("id"), @override = sight.Likely(50) }
            : null),
        new("mergeVisits", 3, sight => (sight.Any("visits", "OPEN"), sight.Any("visits", "OPEN")) is ({ } one, { } other)
            ? new { idempotencyKey = sight.Key(), visitId = one.Text("id"), expectedVersion = one.Number("version"), intoVisitId = other.Text("id") }
            : null),
        new("closeVisit", 2, sight => sight.Any("visits", "OPEN") is { } visit ? new { visitId = visit.Text("id"), leaveUnpaid = sight.Likely(40) } : null),
        new("declareAllergies", 2, sight => sight.Any("visits", "OPEN") is { } visit ? new { visitId = visit.Text("id"), allergens = sight.Allergens() } : null),
        new("markTableClean", 4, sight => Table(sight, "DIRTY")),
        new("takeTableOutOfService", 1, sight => Table(sight, "AVAILABLE", "DIRTY")),
        new("returnTableToService", 2, sight => Table(sight, "OUT_OF_SERVICE")),
        new("renewTableCode", 1, sight => Table(sight, "OCCUPIED", "AVAILABLE")),
        new("bookReservation", 2, sight => Reservation(sight, "WAITLISTED")),
        new("reserveTable", 4, Party),
        new("joinWaitlist", 3, Party),
        new("seatReservation", 3, sight => sight.Any("reservations", "BOOKED", "WAITLISTED") is { } reservation
            ? new
            {
                reservationId = reservation.Text("id"), expectedVersion = reservation.Number("version"), @override = sight.Likely(50),
                tableId = sight.Likely(50) ? sight.Any("tables", "AVAILABLE")!.Text("id") : null,
            }
            : null),
        new("markNoShow", 2, sight => Reservation(sight, "BOOKED")),
        new("undoNoShow", 2, sight => Reservation(sight, "NO_SHOW")),
        new("cancelReservation", 2, sight => Reservation(sight, "BOOKED", "WAITLISTED")),
        new("cancelReservationByCode", 2, sight => sight.Codes.Count == 0 ? null : new { manageCode = sight.One(sight.Codes) }),
    ];

    private static object? Table(Sight sight, params string[] statuses) =>
        sight.Any("tables", statuses) is { } table ? new { tableId = table.Text("id"), expectedVersion = table.Number("version") } : null;

    private static object? Reservation(Sight sight, params string[] statuses) =>
        sight.Any("reservations", statuses) is { } reservation ? new { reservationId = reservation.Text("id"), expectedVersion = reservation.Number("version") } : null;

    private static object Party(Sight sight) => new { name = Name, partySize = sight.Random.Next(1, 9), startsAt = sight.Quarter() };
}
