using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Orders;

/// <summary>Lines are called for course by course, served and called off one by one, and the order and the kitchen follow.</summary>
public sealed class CourseTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    [Fact]
    public async Task What_is_kept_back_goes_to_the_kitchen_when_its_course_is_fired()
    {
        var id = await PlaceAsync(Line(Steps.Fries), Line(Steps.Pizza, course: 2, hold: true));
        await app.DoAsync("acceptOrder", id);
        Assert.Equal(["1 QUEUED NEW"], await TicketsAsync(id));

        await app.CookAsync(id);
        Assert.Equal("IN_PREPARATION", await app.StatusAsync(id));
        var fired = await app.WithOrderAsync("fireCourse", id, new { course = 2 });
        Assert.Equal(["READY", "FIRED"], Lines(fired["order"]!));
        Assert.Equal(["1 READY READY", "2 QUEUED FIRED"], await TicketsAsync(id));

        await app.DoAsync("startTicket", (await app.TicketsAsync(id))[1]);
        await app.DoAsync("bumpTicket", (await app.TicketsAsync(id))[1]);
        Assert.Equal("READY", await app.StatusAsync(id));
    }

    [Fact]
    public async Task A_course_that_is_kept_back_leaves_the_station_until_it_is_fired()
    {
        var id = await PlaceAsync(Line(Steps.Pizza));
        await app.DoAsync("acceptOrder", id);
        Assert.Equal(["HELD"], Lines((await app.WithOrderAsync("holdCourse", id, new { course = 1 }))["order"]!));
        Assert.Equal(["1 VOIDED"], await TicketsAsync(id));
        await app.WithOrderAsync("fireCourse", id, new { course = 1 });
        Assert.Equal(["1 VOIDED", "1 QUEUED FIRED"], await TicketsAsync(id));
    }

    [Fact]
    public async Task A_line_that_is_added_gets_a_ticket_and_takes_the_order_back()
    {
        var id = await PlaceAsync(Line(Steps.Pizza));
        await app.DoAsync("acceptOrder", id);
        await app.CookAsync(id);
        var total = (await app.OrderAsync(id))["total"]!["minorUnits"]!.GetValue<long>();
        var added = (await app.WithOrderAsync("addOrderLines", id, new { lines = new[] { Line(Steps.Fries, seat: 2) } }))["order"]!;
        Assert.Equal("IN_PREPARATION", added["status"]!.GetValue<string>());
        Assert.Equal(2, added["lines"]![1]!["seat"]!.GetValue<int>());
        Assert.True(added["total"]!["minorUnits"]!.GetValue<long>() > total);
        Assert.Equal(["1 READY READY", "1 QUEUED NEW"], await TicketsAsync(id));
    }

    [Fact]
    public async Task The_order_is_fulfilled_when_its_last_line_is_served()
    {
        var id = await PlaceAsync(Line(Steps.Pizza), Line(Steps.Fries));
        await app.DoAsync("acceptOrder", id);
        await app.CookAsync(id);
        var first = (await app.WithOrderAsync("serveOrderLines", id, new { lineIds = new[] { await LineAsync(id, 0) } }))["order"]!;
        Assert.Equal("READY", first["status"]!.GetValue<string>());
        var last = (await app.WithOrderAsync("serveOrderLines", id, new { lineIds = new[] { await LineAsync(id, 1) } }))["order"]!;
        Assert.Equal("FULFILLED", last["status"]!.GetValue<string>());
        Assert.Equal(["1 COMPLETED SERVED", "1 COMPLETED SERVED"], await TicketsAsync(id));
    }

    [Fact]
    public async Task A_line_that_is_called_off_is_no_longer_paid_for_and_its_station_is_told()
    {
        var id = await PlaceAsync(Line(Steps.Pizza), Line(2));
        await app.DoAsync("acceptOrder", id);
        await app.DoAsync("startTicket", Assert.Single(await app.TicketsAsync(id)));
        var version = await app.VersionAsync(Assert.Single(await app.TicketsAsync(id)));
        var left = (await app.WithOrderAsync("voidOrderLines", id, new { lineIds = new[] { await LineAsync(id, 0) }, reason = "Burnt" }))["order"]!;
        Assert.Equal("Burnt", left["lines"]![0]!["voidReason"]!.GetValue<string>());
        Assert.Equal(["1 IN_PREPARATION VOIDED IN_PREPARATION"], await TicketsAsync(id));
        Assert.Equal(version + 1, await app.VersionAsync(Assert.Single(await app.TicketsAsync(id))));

        var alone = await PlaceAsync(Line(2));
        Assert.Equal((await app.OrderAsync(alone))["total"]!.ToJsonString(), left["total"]!.ToJsonString());
    }

    [Fact]
    public async Task The_order_is_canceled_with_its_last_line()
    {
        var id = await PlaceAsync(Line(Steps.Pizza));
        await app.DoAsync("acceptOrder", id);
        var order = (await app.WithOrderAsync("voidOrderLines", id, new { lineIds = new[] { await LineAsync(id, 0) } }))["order"]!;
        Assert.Equal(("CANCELED", 0), (order["status"]!.GetValue<string>(), order["balance"]!["minorUnits"]!.GetValue<int>()));
        Assert.Equal(["1 VOIDED VOIDED"], await TicketsAsync(id));
    }

    [Fact]
    public async Task The_kitchen_counts_what_is_to_be_made_still()
    {
        var opened = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen);
        var first = await opened.PlaceAsync(Steps.Pizza, Steps.Pizza, Steps.Fries);
        await opened.DoAsync("acceptOrder", first);
        await opened.DoAsync("acceptOrder", await opened.PlaceAsync(Steps.Pizza));
        const string Query = "{ allDayCounts { dishName quantity } expediteOrders { totalCount } }";
        var counts = await opened.Client.QueryAsync(Query);
        Assert.Equal([3, 1], counts["allDayCounts"]!.AsArray().Select(count => count!["quantity"]!.GetValue<int>()));
        await opened.CookAsync(first);
        counts = await opened.Client.QueryAsync(Query);
        Assert.Equal([1], counts["allDayCounts"]!.AsArray().Select(count => count!["quantity"]!.GetValue<int>()));
        Assert.Equal(2, counts["expediteOrders"]!["totalCount"]!.GetValue<int>());
        await opened.DisposeAsync();
    }

    private static object Line(long dish, int course = 1, bool hold = false, int? seat = null) => new { dishId = Ids.Dish(dish), quantity = 1, course, hold, seat };

    private async Task<string> PlaceAsync(params object[] lines)
    {
        var payload = await app.PlaceAsync(new { idempotencyKey = Guid.NewGuid(), type = "TAKEAWAY", lines });
        Assert.True(payload["errors"] is null, payload.ToJsonString());
        return payload["order"]!["id"]!.GetValue<string>();
    }

    private async Task<string> LineAsync(string order, int index) => (await app.OrderAsync(order))["lines"]![index]!["id"]!.GetValue<string>();

    private async Task<IEnumerable<string>> TicketsAsync(string order) =>
        (await app.Client.QueryAsync("query($id: ID!) { tickets(where: { order: { id: { eq: $id } } }) { nodes { course status lines { status } } } }", new { id = order }))
            ["tickets"]!["nodes"]!.AsArray().Select(ticket => string.Join(' ', Lines(ticket!).Prepend(ticket!["status"]!.GetValue<string>()).Prepend(ticket["course"]!.ToJsonString())));

    private static IEnumerable<string> Lines(JsonNode parent) => parent["lines"]!.AsArray().Select(line => line!["status"]!.GetValue<string>());
}
