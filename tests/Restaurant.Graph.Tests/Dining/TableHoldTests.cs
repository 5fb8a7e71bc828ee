using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Dining;

/// <summary>Tables are kept for reservations that are due soon.</summary>
public sealed class TableHoldTests
{
    [Fact]
    public async Task A_table_is_kept_from_half_an_hour_before_for_the_party_that_reserved_it()
    {
        await using var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen);
        var receipt = await app.ReserveAsync(app.Time.GetUtcNow().AddHours(1), 20);
        var reservation = await app.ReservationAsync(receipt.Text("reservationId"));
        var code = reservation["table"]!.Text("code");
        app.Time.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal("AVAILABLE", await app.TableStatusAsync(code));
        await HeldAsync(app, code, "RESERVED");

        // Neither a party without a reservation nor guests on their own sit there.
        var tableId = (await app.TableAsync(code)).Text("id");
        Assert.Equal(["TABLE_ACTION_NOT_ALLOWED"], (await app.Client.TryAsync("seatParty", "visit", new { tableId, partySize = 2 })).Codes());
        using var nobody = app.As(null);
        Assert.Equal(["TABLE_ACTION_NOT_ALLOWED"], (await nobody.QueryAsync(People.StartVisit, new { input = new { tableCode = await app.CodeOnAsync(code) } }))["startVisit"]!.Codes());

        var visit = (await app.TryReservationAsync("seatReservation", "visit", reservation.Text("id")))["visit"]!;
        Assert.Equal(["SEATED", code], [visit["reservation"]!.Text("status"), visit["table"]!.Text("code")]);
        Assert.Equal(20, visit.Number("partySize"));
        Assert.Equal("OCCUPIED", await app.TableStatusAsync(code));
    }

    [Fact]
    public async Task A_table_is_kept_no_longer_than_it_is_needed()
    {
        await using var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen);
        var receipt = await app.ReserveAsync(app.Time.GetUtcNow().AddMinutes(15), 20);
        var code = (await app.ReservationAsync(receipt.Text("reservationId")))["table"]!.Text("code");
        await HeldAsync(app, code, "RESERVED");
        await app.TryReservationAsync("cancelReservation", "reservation", receipt.Text("reservationId"));
        await HeldAsync(app, code, "AVAILABLE");
    }

    [Fact]
    public async Task A_party_that_waits_is_seated_where_those_who_serve_choose()
    {
        await using var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen);
        await app.ReserveAsync(app.Time.GetUtcNow(), 20);
        var id = (await app.ReserveAsync(app.Time.GetUtcNow(), 19, "joinWaitlist")).Text("reservationId");
        Assert.Equal(["TABLE_NOT_FOUND"], (await app.TryReservationAsync("seatReservation", "visit", id)).Codes());
        var visit = await app.Client.DoAsync("seatReservation", "visit", new { reservationId = id, expectedVersion = 1, tableId = (await app.TableAsync("T1")).Text("id"), @override = true });
        Assert.Equal("SEATED", visit["reservation"]!.Text("status"));
    }

    // Nothing tells when the server has looked: time goes on until it has.
    private static async Task HeldAsync(RestaurantApp app, string code, string status)
    {
        for (var looks = 0; looks < 100 && await app.TableStatusAsync(code) != status; looks++)
        {
            app.Time.Advance(TimeSpan.FromSeconds(15));
        }

        Assert.Equal(status, await app.TableStatusAsync(code));
    }
}
