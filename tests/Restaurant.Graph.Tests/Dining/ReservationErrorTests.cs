using Restaurant.Graph.Tests.Support;
using Snapshooter.Xunit;

namespace Restaurant.Graph.Tests.Dining;

/// <summary>What can go wrong with reservations.</summary>
public sealed class ReservationErrorTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    private const string Receipt = "reservationReceipt { status }";

    private static readonly DateTimeOffset Tomorrow = new(2026, 3, 15, 23, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task All_that_is_wrong_with_a_reservation_is_said_at_once() => Snapshot.Match(await app.Client.SnapshotAsync(
        DiningRoom.Document("reserveTable", Receipt),
        new { input = new { name = " ", phone = new string('1', 31), partySize = 51, startsAt = Tomorrow.AddMinutes(1) } }));

    [Theory]
    [InlineData(-1)]
    [InlineData(24 * 4 * 91)]
    public async Task Nothing_is_reserved_for_a_time_that_is_over_or_too_far_ahead(int quarters) => Assert.Equal(
        ["RESERVATION_TIME_NOT_OFFERED"],
        (await app.Client.TryAsync("reserveTable", "reservationReceipt", DiningRoom.Party(app.Time.GetUtcNow().AddMinutes(15 * quarters)))).Codes());

    [Fact]
    public async Task A_party_for_which_there_is_no_table_can_wait_for_one()
    {
        await app.ReserveAsync(Tomorrow, 20);
        var input = DiningRoom.Party(Tomorrow, 20);
        Snapshot.Match(await app.Client.SnapshotAsync(DiningRoom.Document("reserveTable", Receipt), new { input }));
        Assert.Equal("WAITLISTED", (await app.Client.DoAsync("joinWaitlist", "reservationReceipt", input)).Text("status"));
    }

    [Fact]
    public async Task A_code_that_nobody_was_told_calls_nothing_off() => Snapshot.Match(await app.Client.SnapshotAsync(
        DiningRoom.Document("cancelReservationByCode", Receipt), new { input = new { manageCode = "0123456789abcdef" } }));

    [Fact]
    public async Task What_was_called_off_is_not_called_off_again()
    {
        var receipt = await app.ReserveAsync(Tomorrow.AddDays(1));
        var input = new { manageCode = receipt.Text("manageCode") };
        await app.Client.DoAsync("cancelReservationByCode", "reservationReceipt", input);
        Snapshot.Match(await app.Client.SnapshotAsync(
            DiningRoom.Document("cancelReservationByCode", Receipt, "... on ReservationActionNotAllowedError { action status }"), new { input }));
    }

    [Fact]
    public async Task A_reservation_that_has_changed_is_looked_at_again()
    {
        var id = (await app.ReserveAsync(Tomorrow.AddDays(2))).Text("reservationId");
        Snapshot.Match(await app.Client.SnapshotAsync(
            DiningRoom.Document("markNoShow", "reservation { id }", "... on VersionConflictError { currentVersion }"), new { input = new { reservationId = id, expectedVersion = 2 } }));
    }
}
