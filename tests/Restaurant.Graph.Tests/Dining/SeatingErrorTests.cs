using Restaurant.Graph.Tests.Support;
using Snapshooter.Xunit;

namespace Restaurant.Graph.Tests.Dining;

/// <summary>What can go wrong with tables and parties.</summary>
public sealed class SeatingErrorTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    private static readonly string Missing = Ids.Of("Table", 999_999);

    [Fact]
    public async Task Nobody_sits_at_a_table_that_is_not_there() => Snapshot.Match(await SnapshotAsync("seatParty", "visit", new { tableId = Missing, partySize = 2 }));

    [Fact]
    public async Task A_party_of_nobody_sits_nowhere() => Snapshot.Match(await SnapshotAsync("seatParty", "visit", new { tableId = Ids.Of("Table", 1), partySize = 0 }));

    [Fact]
    public async Task A_party_does_not_sit_at_a_table_that_is_too_small() =>
        Snapshot.Match(await SnapshotAsync("seatParty", "visit", new { tableId = Ids.Of("Table", 1), partySize = 3 }, "... on PartyTooLargeError { seats partySize }"));

    [Fact]
    public async Task Two_parties_do_not_sit_at_one_table()
    {
        await app.SeatAsync("T2");
        Snapshot.Match(await SnapshotAsync("seatParty", "visit", new { tableId = Ids.Of("Table", 2), partySize = 2 }, "... on TableActionNotAllowedError { action status }"));
    }

    [Fact]
    public async Task A_reservation_that_is_not_there_seats_nobody() => Snapshot.Match(
        await SnapshotAsync("seatParty", "visit", new { tableId = Ids.Of("Table", 1), partySize = 2, reservationId = Ids.Of("Reservation", 999_999) }));

    [Fact]
    public async Task A_table_that_has_changed_is_looked_at_again() => Snapshot.Match(await SnapshotAsync(
        "markTableClean", "table", new { tableId = Ids.Of("Table", 3), expectedVersion = 7 }, "... on VersionConflictError { currentVersion }"));

    [Fact]
    public async Task A_table_that_is_laid_is_not_laid_again() => Snapshot.Match(await SnapshotAsync(
        "markTableClean", "table", new { tableId = Ids.Of("Table", 3), expectedVersion = 1 }, "... on TableActionNotAllowedError { action status }"));

    [Fact]
    public async Task A_visit_does_not_become_a_part_of_itself()
    {
        var visit = (await app.SeatAsync("T4")).Text("id");
        Snapshot.Match(await SnapshotAsync("mergeVisits", "visit", new { idempotencyKey = Guid.NewGuid(), visitId = visit, expectedVersion = 1, intoVisitId = visit }));
    }

    [Fact]
    public async Task A_party_that_has_left_takes_nobody_in()
    {
        var (visit, left) = ((await app.SeatAsync("T5")).Text("id"), (await app.SeatAsync("T6")).Text("id"));
        await app.Client.DoAsync("closeVisit", "visit", new { visitId = left });
        Snapshot.Match(await SnapshotAsync(
            "mergeVisits", "visit", new { idempotencyKey = Guid.NewGuid(), visitId = visit, expectedVersion = 1, intoVisitId = left }, "... on VisitActionNotAllowedError { action status }"));
        Assert.Equal("OCCUPIED", await app.TableStatusAsync("T5"));
    }

    private Task<string> SnapshotAsync(string mutation, string subject, object input, string more = "") =>
        app.Client.SnapshotAsync(DiningRoom.Document(mutation, $"{subject} {{ id }}", more), new { input });
}
