using System.Text.Json.Nodes;
using Restaurant.Graph.Kitchen;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Orders;

/// <summary>What is eaten here now is of the visit at its table; what is meant for another time is of no visit that is open now.</summary>
public sealed class OrderOwnerTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    private const string Seen = "id status allergies table { code } visit { id }";

    [Fact]
    public async Task A_waiters_order_where_nobody_was_seated_begins_a_visit()
    {
        var order = await PlaceAsync("T1");
        var visit = (await app.OrderAsync(order, Seen))["visit"]!.Text("id");
        Assert.Equal("OCCUPIED", await app.TableStatusAsync("T1"));
        var token = await app.ComeInAsync(await app.CodeOnAsync("T1"));
        Assert.Equal(visit, await app.VisitOfAsync(token));
        using var guest = app.As(token);
        Assert.NotNull((await guest.QueryAsync("query($id: ID!) { orderById(id: $id) { id } }", new { id = order }))["orderById"]);
        Assert.Equal(["UNSETTLED_ORDERS"], (await app.Client.TryAsync("closeVisit", "visit", new { visitId = visit })).Codes());

        var second = await PlaceAsync("T1");
        Assert.Equal(visit, (await app.OrderAsync(second, Seen))["visit"]!.Text("id"));
    }

    [Fact]
    public async Task Asking_what_an_order_would_cost_seats_nobody()
    {
        var input = new { type = "DINE_IN", tableId = (await app.TableAsync("T2")).Text("id"), lines = new[] { new { dishId = Ids.Dish(Steps.Pizza), quantity = 1 } } };
        Assert.Empty((await app.MutateAsync("quoteOrder", input, "quote { total { amount } }")).Codes());
        Assert.Equal("AVAILABLE", await app.TableStatusAsync("T2"));
    }

    [Fact]
    public async Task A_waiters_order_for_tomorrow_is_not_of_the_party_that_sits_there_today()
    {
        var token = await app.ComeInAsync(await app.CodeOnAsync("T3"));
        using var guest = app.As(token);
        await guest.DoAsync("declareAllergies", "visit", new { allergens = new[] { "FISH" } });
        var order = await PlaceAsync("T3", app.Time.GetUtcNow().AddDays(1));
        Assert.Equal("[] ", $"{(await app.OrderAsync(order, Seen))["allergies"]!.ToJsonString()} {(await app.OrderAsync(order, Seen))["visit"]}");
        Assert.Null((await guest.QueryAsync("query($id: ID!) { orderById(id: $id) { id } }", new { id = order }))["orderById"]);

        var visit = await app.VisitOfAsync(token);
        await app.Client.DoAsync("moveVisit", "visit", new
        {
            idempotencyKey = Guid.NewGuid(),
            visitId = visit,
            expectedVersion = 2,
            tableId = (await app.TableAsync("T4")).Text("id"),
        });
        Assert.Equal("T3", (await app.OrderAsync(order, Seen))["table"]!.Text("code"));
        Assert.Empty((await app.Client.TryAsync("closeVisit", "visit", new { visitId = visit })).Codes());
    }

    [Fact]
    public async Task A_guests_order_for_tomorrow_keeps_nobody_from_leaving_and_is_read_by_the_guest()
    {
        var token = await app.ComeInAsync(await app.CodeOnAsync("T5"));
        using var guest = app.As(token);
        var input = new { idempotencyKey = Guid.NewGuid(), type = "TAKEAWAY", scheduledFor = app.Time.GetUtcNow().AddDays(1), lines = new[] { new { dishId = Ids.Dish(Steps.Pizza), quantity = 1 } } };
        var order = (await guest.QueryAsync(Documents.PlaceOrder, new { input }))["placeOrder"]!["order"]!.Text("id");
        Assert.Null((await app.OrderAsync(order, Seen))["visit"]);
        Assert.Equal(1, (await guest.QueryAsync("{ orders { totalCount nodes { lines { dishName } history { totalCount } } } }"))["orders"]!.Number("totalCount"));

        // Also as a part of another party.
        var into = (await app.SeatAsync("T6")).Text("id");
        await app.Client.DoAsync("mergeVisits", "visit", new { idempotencyKey = Guid.NewGuid(), visitId = await app.VisitOfAsync(token), expectedVersion = 1, intoVisitId = into });
        app.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.NotNull((await guest.QueryAsync("query($id: ID!) { orderById(id: $id) { id } }", new { id = order }))["orderById"]);
        Assert.Empty((await app.Client.TryAsync("closeVisit", "visit", new { visitId = into })).Codes());
    }

    [Fact]
    public async Task A_guests_order_for_later_is_of_their_visit_when_its_time_has_come()
    {
        await using var own = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, "--Orders:CheckInterval=00:10:00");
        var token = await own.ComeInAsync(await own.CodeOnAsync("T5"));
        using var guest = own.As(token);
        var input = new { idempotencyKey = Guid.NewGuid(), type = "DINE_IN", scheduledFor = own.Time.GetUtcNow().AddHours(1), lines = new[] { new { dishId = Ids.Dish(Steps.Pizza), quantity = 1 } } };
        var order = (await guest.QueryAsync(Documents.PlaceOrder, new { input }))["placeOrder"]!["order"]!.Text("id");
        await own.DoAsync("acceptOrder", order);
        Assert.Null((await own.OrderAsync(order, Seen))["visit"]);
        own.Time.Advance(TimeSpan.FromMinutes(31));
        await own.RunAsync<AutoAcceptance>();
        Assert.Equal(await own.VisitOfAsync(token), (await own.OrderAsync(order, Seen))["visit"]!.Text("id"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_order_that_was_placed_ahead_is_taken_over_by_the_party_that_sits_down_for_it(bool scans)
    {
        await using var own = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, "--Orders:CheckInterval=00:10:00");
        var order = await PlaceAsync("T7", own.Time.GetUtcNow().AddDays(1), own);
        await own.DoAsync("acceptOrder", order);
        own.Time.Advance(TimeSpan.FromDays(1) - TimeSpan.FromMinutes(10));
        await own.RunAsync<AutoAcceptance>();
        Assert.Null((await own.OrderAsync(order, Seen))["visit"]);
        var visit = scans ? await own.VisitOfAsync(await own.ComeInAsync(await own.CodeOnAsync("T7"))) : (await own.SeatAsync("T7")).Text("id");
        Assert.Equal(visit, (await own.OrderAsync(order, Seen))["visit"]!.Text("id"));
        Assert.Equal(["UNSETTLED_ORDERS"], (await own.Client.TryAsync("closeVisit", "visit", new { visitId = visit })).Codes());
    }

    [Fact]
    public async Task What_a_party_left_behind_is_not_taken_over_by_the_next()
    {
        var left = await PlaceAsync("T8");
        var visit = (await app.OrderAsync(left, Seen))["visit"]!.Text("id");
        await app.Client.DoAsync("closeVisit", "visit", new { visitId = visit, leaveUnpaid = true });
        var next = await app.VisitOfAsync(await app.ComeInAsync(await app.CodeOnAsync("T8")));
        Assert.NotEqual(next, visit);
        Assert.Equal(visit, (await app.OrderAsync(left, Seen))["visit"]!.Text("id"));
    }

    private async Task<string> PlaceAsync(string table, DateTimeOffset? scheduledFor = null, RestaurantApp? at = null)
    {
        var house = at ?? app;
        JsonNode payload = await house.PlaceAsync(new
        {
            idempotencyKey = Guid.NewGuid(),
            type = "DINE_IN",
            scheduledFor,
            tableId = (await house.TableAsync(table)).Text("id"),
            lines = new[] { new { dishId = Ids.Dish(Steps.Pizza), quantity = 1 } },
        });
        Assert.True(payload["errors"] is null, payload.ToJsonString());
        return payload["order"]!.Text("id");
    }
}
