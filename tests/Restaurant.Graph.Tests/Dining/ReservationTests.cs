using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Dining;

/// <summary>Parties that say when they come. The clock of the restaurant stands at seven in the evening of Saturday, 14 March 2026.</summary>
public sealed class ReservationTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    private static readonly DateTimeOffset Tomorrow = new(2026, 3, 15, 23, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_smallest_table_that_fits_is_kept()
    {
        var starts = Tomorrow.AddDays(1);
        var receipt = await app.ReserveAsync(starts, 5);
        Assert.Equal("BOOKED", receipt.Text("status"));
        Assert.Equal(starts + TimeSpan.FromMinutes(150), receipt.Instant("endsAt"));
        Assert.Equal(6, (await app.ReservationAsync(receipt.Text("reservationId")))["table"]!.Number("seats"));
    }

    [Fact]
    public async Task No_table_is_kept_for_two_parties_at_once()
    {
        var starts = Tomorrow.AddDays(2);
        using var nobody = app.As(null);
        var payloads = await Task.WhenAll(Enumerable.Range(0, 50).Select(index =>
            nobody.TryAsync("reserveTable", "reservationReceipt", DiningRoom.Party(starts + TimeSpan.FromMinutes(15 * (index % 4)), 7))));
        var tables = new List<string>();
        foreach (var receipt in payloads.Select(payload => payload["reservationReceipt"]).OfType<JsonNode>())
        {
            tables.Add((await app.ReservationAsync(receipt.Text("reservationId")))["table"]!.Text("code"));
        }

        // Two tables of eight, one of ten, and two of the private room.
        Assert.Equal(5, tables.Count);
        Assert.Equal(5, tables.Distinct(StringComparer.Ordinal).Count());
        Assert.All(payloads.Where(payload => payload["reservationReceipt"] is null), payload => Assert.Equal(["NO_TABLE_FREE"], payload.Codes()));
    }

    [Fact]
    public async Task Whoever_has_waited_longest_and_fits_gets_the_table_of_whoever_calls_off()
    {
        var starts = Tomorrow.AddDays(3);
        var booked = await app.ReserveAsync(starts, 20);
        var first = await app.ReserveAsync(starts, 15, "joinWaitlist");
        var second = await app.ReserveAsync(starts, 20, "joinWaitlist");
        Assert.Equal("WAITLISTED", first.Text("status"));
        using var nobody = app.As(null);
        var canceled = await nobody.DoAsync("cancelReservationByCode", "reservationReceipt", new { manageCode = booked.Text("manageCode") });
        Assert.Equal("CANCELED", canceled.Text("status"));
        Assert.Equal(["BOOKED", "WAITLISTED"], await StatusesAsync(first, second));
        Assert.Null((await app.TryReservationAsync("cancelReservation", "reservation", first.Text("reservationId")))["errors"]);
        Assert.Equal(["CANCELED", "BOOKED"], await StatusesAsync(first, second));
    }

    [Fact]
    public async Task Whoever_waits_while_a_table_is_free_has_one() =>
        Assert.Equal("BOOKED", (await app.ReserveAsync(Tomorrow.AddDays(4), mutation: "joinWaitlist")).Text("status"));

    [Fact]
    public async Task A_reservation_is_followed_and_listed_by_those_who_serve()
    {
        await using var follower = await Follower.StartAsync(
            app.Endpoint, "onReservationsChanged", "subscription { onReservationsChanged(after: \"AAAAAAAAAAA\") { status previousStatus reservation { id } } }");
        var receipt = await app.ReserveAsync(Tomorrow.AddDays(5));
        string id;
        do
        {
            var message = await follower.NextAsync();
            id = message["reservation"]!.Text("id");
        }
        while (id != receipt.Text("reservationId"));

        var listed = await app.Client.QueryAsync(
            "query($at: DateTime!) { reservations(where: { startsAt: { gte: $at }, status: { eq: BOOKED } }, order: [{ startsAt: ASC }]) { nodes { id name phone } } }",
            new { at = Tomorrow.AddDays(5) });
        Assert.Equal(receipt.Text("reservationId"), listed["reservations"]!["nodes"]![0]!.Text("id"));
    }

    [Fact]
    public async Task A_reservation_is_nothing_that_guests_or_cooks_see()
    {
        var id = (await app.ReserveAsync(Tomorrow.AddDays(6))).Text("reservationId");
        foreach (var header in new[] { null, await app.ComeInAsync(), Tokens.Of(Roles.Cook) })
        {
            using var client = app.As(header);
            Assert.Null((await client.QueryAsync("query($id: ID!) { node(id: $id) { id } }", new { id }))["node"]);
        }
    }

    [Fact]
    public async Task Times_at_which_no_table_is_free_are_not_offered()
    {
        var starts = Tomorrow.AddDays(7);
        var times = await TimesAsync(20, "2026-03-22");
        Assert.Contains(starts, times);
        await app.ReserveAsync(starts, 20);
        var left = await TimesAsync(20, "2026-03-22");
        Assert.DoesNotContain(left, time => time > starts - TimeSpan.FromMinutes(150) && time < starts + TimeSpan.FromMinutes(150));
        Assert.Equal(times.Count - 19, left.Count);
        Assert.Empty(await TimesAsync(21, "2026-03-22"));
    }

    [Theory]
    [InlineData("2026-03-13", 0)]
    [InlineData("2026-03-14", 20)]
    [InlineData("2026-03-16", 96)]
    [InlineData("2026-06-13", 0)]
    [InlineData("0001-01-01", 0)]
    [InlineData("9999-12-31", 0)]
    public async Task Only_times_that_are_not_over_and_not_too_far_ahead_are_offered(string date, int count) => Assert.Equal(count, (await TimesAsync(1, date)).Count);

    [Fact]
    public async Task A_party_of_no_size_finds_no_time() => Assert.Empty(await TimesAsync(0, "2026-03-16"));

    private async Task<List<DateTimeOffset>> TimesAsync(int partySize, string date) => await app.TimesAsync(partySize, date);

    private async Task<IEnumerable<string>> StatusesAsync(params JsonNode[] receipts)
    {
        var statuses = new List<string>();
        foreach (var receipt in receipts)
        {
            statuses.Add((await app.ReservationAsync(receipt.Text("reservationId"))).Text("status"));
        }

        return statuses;
    }
}
