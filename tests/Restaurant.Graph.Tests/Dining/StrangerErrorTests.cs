using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;
using Snapshooter;
using Snapshooter.Xunit;

namespace Restaurant.Graph.Tests.Dining;

/// <summary>What strangers may do is bounded by their address and by a share of what there is; the staff is not bound.</summary>
public sealed class StrangerErrorTests
{
    private const int LargestTable = 20;

    private static readonly DateTimeOffset Tomorrow = new(2026, 3, 15, 23, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task An_address_begins_so_many_visits_without_a_table_and_then_one_after_the_other()
    {
        await using var app = await RestaurantApp.OpenAsync("--Dining:VisitsPerAddress=3", "--Dining:AddressPeriod=00:03:00");
        using var nobody = app.As(null);
        for (var visit = 0; visit < 3; visit++)
        {
            Assert.Empty((await VisitAsync(nobody)).Codes());
        }

        var refused = await VisitAsync(nobody);
        Snapshot.Match(refused.Indented());
        Assert.Equal(app.Time.GetUtcNow() + TimeSpan.FromMinutes(1), refused["errors"]![0]!.Instant("retryAt"));
        using var guest = app.As(Tokens.Guest(1));
        Assert.Equal(["ADDRESS_LIMIT"], (await VisitAsync(guest)).Codes());
        using var elsewhere = app.From("127.0.0.2");
        Assert.Empty((await VisitAsync(elsewhere)).Codes());
        Assert.Empty((await VisitAsync(nobody, await app.CodeOnAsync("T1"))).Codes());
        Assert.Empty((await VisitAsync(app.Client)).Codes());
        app.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty((await VisitAsync(nobody)).Codes());
        Assert.Equal(["ADDRESS_LIMIT"], (await VisitAsync(nobody)).Codes());
    }

    [Theory]
    [InlineData("reserveTable")]
    [InlineData("joinWaitlist")]
    public async Task An_address_makes_so_many_reservations_whether_or_not_it_cancels_them(string mutation)
    {
        await using var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, "--Dining:NewReservationsPerAddress=3");
        using var nobody = app.As(null);
        for (var request = 0; request < 3; request++)
        {
            var manageCode = (await ReserveAsync(nobody, mutation))["reservationReceipt"]!.Text("manageCode");
            await nobody.DoAsync("cancelReservationByCode", "reservationReceipt", new { manageCode });
        }

        Assert.Equal(["ADDRESS_LIMIT"], (await ReserveAsync(nobody, mutation)).Codes());
        Assert.Empty((await ReserveAsync(app.Client, mutation)).Codes());
        using var elsewhere = app.From("127.0.0.2");
        Assert.Empty((await ReserveAsync(elsewhere, mutation)).Codes());
    }

    [Fact]
    public async Task Wrong_codes_keep_nobody_out_who_has_the_right_one()
    {
        await using var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, "--Dining:VisitsPerAddress=1", "--Dining:NewReservationsPerAddress=1");
        using var nobody = app.As(null);
        var manageCode = (await ReserveAsync(nobody))["reservationReceipt"]!.Text("manageCode");
        for (var guess = 0; guess < 5; guess++)
        {
            Assert.Equal(["TABLE_CODE_NOT_FOUND"], (await VisitAsync(nobody, $"{guess}")).Codes());
            Assert.Equal(["RESERVATION_NOT_FOUND"], (await nobody.TryAsync("cancelReservationByCode", "reservationReceipt", new { manageCode = $"{guess}" })).Codes());
        }

        Assert.Empty((await VisitAsync(nobody, await app.CodeOnAsync("T1"))).Codes());
        await nobody.DoAsync("cancelReservationByCode", "reservationReceipt", new { manageCode });
    }

    [Fact]
    public async Task An_address_has_so_many_open_reservations()
    {
        await using var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, "--Dining:ReservationsPerAddress=2");
        using var nobody = app.As(null);
        var first = await ReserveAsync(nobody);
        Assert.Empty((await ReserveAsync(nobody, "joinWaitlist")).Codes());
        await app.RestartAsync();
        using var again = app.As(null);
        Snapshot.Match((await ReserveAsync(again)).Indented());
        Assert.Equal(["TOO_MANY_RESERVATIONS"], (await ReserveAsync(again, "joinWaitlist")).Codes());
        using var guest = app.As(await app.ComeInAsync());
        Assert.Equal(["TOO_MANY_RESERVATIONS"], (await ReserveAsync(guest)).Codes());
        using var elsewhere = app.From("127.0.0.2");
        Assert.Empty((await ReserveAsync(elsewhere)).Codes());
        Assert.Empty((await ReserveAsync(app.Client)).Codes());
        await again.DoAsync("cancelReservationByCode", "reservationReceipt", new { manageCode = first["reservationReceipt"]!.Text("manageCode") });
        Assert.Empty((await ReserveAsync(again)).Codes());
    }

    [Fact]
    public async Task Strangers_reserve_a_share_of_the_tables_and_the_staff_books_the_rest()
    {
        await using var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, "--Dining:UnconfirmedTableShare=20");
        using var nobody = app.As(null);
        var tables = (await app.Client.QueryAsync("{ tables { id } }"))["tables"]!.AsArray().Count;
        var mine = new List<string>();
        for (var payload = await ReserveAsync(nobody); payload["reservationReceipt"] is { } receipt; payload = await ReserveAsync(nobody))
        {
            mine.Add(receipt.Text("manageCode"));
        }

        Assert.Equal((int)Math.Ceiling(tables * 0.2), mine.Count);
        Snapshot.Match((await ReserveAsync(nobody)).Indented());
        Assert.DoesNotContain(Tomorrow, await app.TimesAsync(2, "2026-03-15"));
        var waiting = (await ReserveAsync(nobody, "joinWaitlist"))["reservationReceipt"]!;
        var next = (await ReserveAsync(nobody, "joinWaitlist"))["reservationReceipt"]!;
        Assert.Equal(("WAITLISTED", "WAITLISTED"), (waiting.Text("status"), next.Text("status")));

        // The staff reserves and books beyond it, and what it has booked counts no more.
        Assert.Empty((await ReserveAsync(app.Client)).Codes());
        Assert.Empty((await app.TryReservationAsync("bookReservation", "reservation", waiting.Text("reservationId"))).Codes());
        Assert.Equal(["RESERVATION_ACTION_NOT_ALLOWED"], (await app.TryReservationAsync("bookReservation", "reservation", waiting.Text("reservationId"))).Codes());
        Assert.Equal(["STAFF_CONFIRMATION_REQUIRED"], (await ReserveAsync(nobody)).Codes());

        // One that becomes free goes to one who waits, and not to all.
        var last = (await ReserveAsync(nobody, "joinWaitlist"))["reservationReceipt"]!;
        await nobody.DoAsync("cancelReservationByCode", "reservationReceipt", new { manageCode = mine[0] });
        Assert.Equal("BOOKED", (await app.ReservationAsync(next.Text("reservationId"))).Text("status"));
        Assert.Equal("WAITLISTED", (await app.ReservationAsync(last.Text("reservationId"))).Text("status"));
    }

    [Fact]
    public async Task A_reservation_is_not_booked_where_no_table_is_free()
    {
        await using var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen);
        await app.ReserveAsync(Tomorrow, LargestTable);
        var waiting = await app.ReserveAsync(Tomorrow, LargestTable, "joinWaitlist");
        var input = new { reservationId = waiting.Text("reservationId"), expectedVersion = 1 };
        Snapshot.Match((await app.Client.TryAsync("bookReservation", "reservation", input)).Indented(), SnapshotNameExtension.Create("NoTable"));
    }

    [Fact]
    public async Task The_store_has_no_address_of_who_reserves_and_nothing_of_it_once_that_is_over()
    {
        await using var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen);
        var receipt = await app.ReserveAsync(Tomorrow);
        var hash = Assert.IsType<string>(await HashAsync(app));
        Assert.Matches("^[0-9a-f]{32}$", hash);
        using var nobody = app.As(null);
        await nobody.DoAsync("cancelReservationByCode", "reservationReceipt", new { manageCode = receipt.Text("manageCode") });
        Assert.Null(await HashAsync(app));
    }

    private static async Task<string?> HashAsync(RestaurantApp app)
    {
        await using var connection = app.Connect();
        await using var command = connection.CreateCommand();
        command.CommandText = """SELECT "NetworkHash" FROM "Reservations" ORDER BY "Id" DESC LIMIT 1""";
        return await command.ExecuteScalarAsync() as string;
    }

    private static async Task<JsonNode> VisitAsync(GraphQLClient client, string? tableCode = null) => (await client.QueryAsync(
        DiningRoom.Document("startVisit", "accessToken { role }", "... on AddressLimitError { limit retryAt }"), new { input = new { tableCode } }))["startVisit"]!;

    private static async Task<JsonNode> ReserveAsync(GraphQLClient client, string mutation = "reserveTable") => (await client.QueryAsync(
        DiningRoom.Document(
            mutation,
            "reservationReceipt { reservationId status manageCode }",
            $"... on TooManyReservationsError {{ maxReservations }} {(mutation == "reserveTable" ? "... on StaffConfirmationRequiredError { maxTables }" : "")}"),
        new { input = DiningRoom.Party(Tomorrow) }))[mutation]!;
}
