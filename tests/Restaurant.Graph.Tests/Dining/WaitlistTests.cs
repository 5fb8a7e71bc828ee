using System.Text.Json.Nodes;
using Restaurant.Graph.Dining;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Dining;

/// <summary>What becomes free goes to those who wait, in their order, before it goes to those who come. One table has 20 seats.</summary>
public sealed class WaitlistTests : IAsyncLifetime
{
    private const int Large = 20;

    private readonly RestaurantApp _app = RestaurantApp.Of(RestaurantApp.AlwaysOpen, "--Dining:HoldInterval=00:10:00");

    private string _table = "";

    public async Task InitializeAsync()
    {
        await _app.InitializeAsync();
        _table = (await _app.Client.QueryAsync("{ tables { code seats } }"))["tables"]!.AsArray().Single(table => table!.Number("seats") == Large)!.Text("code");
    }

    public Task DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("closeVisit")]
    [InlineData("moveVisit")]
    [InlineData("mergeVisits")]
    public async Task A_party_that_leaves_makes_room_for_those_who_wait(string how)
    {
        var visit = (await _app.SeatAsync(_table)).Text("id");
        var (first, second) = (await WaitAsync(Now), await WaitAsync(Now));
        var other = (await _app.SeatAsync("T1")).Text("id");
        await _app.Client.DoAsync(how, "visit", how switch
        {
            "closeVisit" => new { visitId = visit },
            "moveVisit" => new { idempotencyKey = Guid.NewGuid(), visitId = visit, expectedVersion = 1, tableId = (await _app.TableAsync("T2")).Text("id") },
            _ => new { idempotencyKey = Guid.NewGuid(), visitId = visit, expectedVersion = 1, intoVisitId = other },
        });
        Assert.Equal(["BOOKED", "WAITLISTED"], [await StatusAsync(first), await StatusAsync(second)]);

        // Neither somebody who comes nor somebody who reserves passes them, and the table is kept as soon as it is laid.
        using var nobody = _app.As(null);
        Assert.Equal(["TABLE_ACTION_NOT_ALLOWED"], (await nobody.QueryAsync(People.StartVisit, new { input = new { tableCode = await _app.CodeOnAsync(_table) } }))["startVisit"]!.Codes());
        Assert.Equal(["NO_TABLE_FREE"], (await nobody.TryAsync("reserveTable", "reservationReceipt", DiningRoom.Party(Now, Large))).Codes());
        await _app.TryTableAsync("markTableClean", _table);
        Assert.Equal("RESERVED", await _app.TableStatusAsync(_table));
        Assert.Empty((await _app.TryReservationAsync("seatReservation", "visit", first)).Codes());
    }

    [Fact]
    public async Task A_table_that_comes_back_to_service_is_for_those_who_wait()
    {
        await _app.TryTableAsync("takeTableOutOfService", _table);
        var waiting = await WaitAsync(Now.AddHours(3));
        await _app.TryTableAsync("returnTableToService", _table);
        Assert.Equal("BOOKED", await StatusAsync(waiting));
        Assert.Equal("AVAILABLE", await _app.TableStatusAsync(_table));
    }

    [Fact]
    public async Task Those_whose_time_has_come_still_wait()
    {
        var visit = (await _app.SeatAsync(_table)).Text("id");
        var waiting = await WaitAsync(Now);
        _app.Time.Advance(TimeSpan.FromMinutes(40));
        await _app.Client.DoAsync("closeVisit", "visit", new { visitId = visit });
        Assert.Equal("BOOKED", await StatusAsync(waiting));
    }

    [Theory]
    [InlineData("reserveTable")]
    [InlineData("joinWaitlist")]
    public async Task A_party_that_fits_at_no_table_is_told_so(string mutation)
    {
        using var nobody = _app.As(null);
        var payload = await nobody.QueryAsync(
            DiningRoom.Document(mutation, "reservationReceipt { status }", "... on PartyTooLargeError { seats partySize }"), new { input = DiningRoom.Party(Now, Large + 1) });
        var error = Assert.Single(payload[mutation]!["errors"]!.AsArray())!;
        Assert.Equal(("PARTY_TOO_LARGE", Large, Large + 1), (error.Text("code"), error.Number("seats"), error.Number("partySize")));
    }

    [Fact]
    public async Task A_party_is_missed_only_when_it_is_late_and_can_come_after_all()
    {
        var booked = (await _app.ReserveAsync(Now.AddHours(1), Large)).Text("reservationId");
        Assert.Equal(["RESERVATION_ACTION_NOT_ALLOWED"], (await _app.TryReservationAsync("markNoShow", "reservation", booked)).Codes());
        _app.Time.Advance(TimeSpan.FromMinutes(61));
        Assert.Empty((await _app.TryReservationAsync("markNoShow", "reservation", booked)).Codes());
        Assert.Empty((await _app.TryReservationAsync("undoNoShow", "reservation", booked)).Codes());
        Assert.Equal("BOOKED", await StatusAsync(booked));
        Assert.Equal(["RESERVATION_ACTION_NOT_ALLOWED"], (await _app.TryReservationAsync("undoNoShow", "reservation", booked)).Codes());

        // Where others have got the table meanwhile, it waits.
        Assert.Empty((await _app.TryReservationAsync("markNoShow", "reservation", booked)).Codes());
        await _app.RunAsync<TableHolds>();
        Assert.Equal("AVAILABLE", await _app.TableStatusAsync(_table));
        await _app.SeatAsync(_table);
        await _app.TryReservationAsync("undoNoShow", "reservation", booked);
        Assert.Equal("WAITLISTED", await StatusAsync(booked));
    }

    [Fact]
    public async Task A_reservation_is_seated_on_its_day()
    {
        var id = (await _app.ReserveAsync(Now.AddDays(1), 2)).Text("reservationId");
        var payload = await _app.TryReservationAsync("seatReservation", "visit", id);
        Assert.Equal(["RESERVATION_ACTION_NOT_ALLOWED"], payload.Codes());
        Assert.Equal("The reservation is for 2026-03-15T23:00Z, which is not today.", payload["errors"]![0]!.Text("message"));
        Assert.Equal(
            ["RESERVATION_ACTION_NOT_ALLOWED"],
            (await _app.Client.TryAsync("seatParty", "visit", new { tableId = (await _app.TableAsync("T1")).Text("id"), partySize = 2, reservationId = id })).Codes());
        Assert.Equal("AVAILABLE", await _app.TableStatusAsync("T1"));
        _app.Time.Advance(TimeSpan.FromHours(20));
        Assert.Empty((await _app.TryReservationAsync("seatReservation", "visit", id)).Codes());
    }

    [Fact]
    public async Task A_party_around_midnight_is_seated_on_either_side_of_it()
    {
        var id = (await _app.ReserveAsync(Now.AddHours(5.25), 2)).Text("reservationId");
        _app.Time.Advance(TimeSpan.FromHours(4.9));
        Assert.Empty((await _app.TryReservationAsync("seatReservation", "visit", id)).Codes());
    }

    [Fact]
    public async Task A_party_that_was_not_counted_takes_nobody_away_from_one_that_was()
    {
        var uncounted = await _app.VisitOfAsync(await _app.ComeInAsync(await _app.CodeOnAsync("T3")));
        var five = (await _app.SeatAsync("T12", 5)).Text("id");
        var merged = await _app.Client.DoAsync("mergeVisits", "visit", new { idempotencyKey = Guid.NewGuid(), visitId = uncounted, expectedVersion = 1, intoVisitId = five });
        Assert.Equal("MERGED", merged.Text("status"));
        Assert.Equal(5, await SizeAsync(five));

        var other = await _app.VisitOfAsync(await _app.ComeInAsync(await _app.CodeOnAsync("T4")));
        await _app.Client.DoAsync("mergeVisits", "visit", new { idempotencyKey = Guid.NewGuid(), visitId = five, expectedVersion = 2, intoVisitId = other });
        Assert.Equal(5, await SizeAsync(other));
    }

    [Fact]
    public async Task A_menu_file_without_a_table_in_use_is_refused_with_the_names()
    {
        await _app.SeatAsync("T1");
        await _app.ReserveAsync(Now.AddDays(1), Large);
        var file = MenuFiles.Seed();
        var tables = file["tables"]!.AsArray();
        foreach (var table in tables.Where(table => table!.Text("code") == "T1" || table!.Text("code") == _table).ToList())
        {
            tables.Remove(table);
        }

        var faults = await _app.ImportTextAsync(file.ToJsonString());
        Assert.Equal(
            [
                "$.tables: T1 cannot be left out: a party sits there. Close or move its visit first.",
                $"$.tables: {_table} cannot be left out: it is reserved for Ada at 2026-03-15T23:00Z. Cancel the reservation first.",
            ],
            faults.Select(static fault => fault.ToString()));
        Assert.NotNull(await _app.TableAsync("T1"));
    }

    private DateTimeOffset Now => _app.Time.GetUtcNow();

    private async Task<string> WaitAsync(DateTimeOffset startsAt)
    {
        var receipt = await _app.ReserveAsync(startsAt, Large, "joinWaitlist");
        Assert.Equal("WAITLISTED", receipt.Text("status"));
        return receipt.Text("reservationId");
    }

    private async Task<string> StatusAsync(string reservation) => (await _app.ReservationAsync(reservation)).Text("status");

    private async Task<int> SizeAsync(string id) =>
        (await _app.Client.QueryAsync("query($id: ID!) { node(id: $id) { ... on Visit { partySize } } }", new { id }))["node"]!.Number("partySize");
}
