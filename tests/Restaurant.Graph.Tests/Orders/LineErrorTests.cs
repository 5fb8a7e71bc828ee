using Restaurant.Graph.Tests.Support;
using Snapshooter;
using Snapshooter.Xunit;

namespace Restaurant.Graph.Tests.Orders;

/// <summary>What cannot be done with lines, and orders that cannot be meant for a time, are typed errors.</summary>
public sealed class LineErrorTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    [Theory]
    [InlineData("fireCourse", "{ \"course\": 7 }")]
    [InlineData("holdCourse", "{ \"course\": 1 }")]
    [InlineData("serveOrderLines", "{ \"lineIds\": [\"T3JkZXJMaW5lOjk5OTk5OQ==\"] }")]
    [InlineData("voidOrderLines", "{ \"lineIds\": [] }")]
    [InlineData("addOrderLines", "{ \"lines\": [] }")]
    [InlineData("addOrderLines", "{ \"lines\": [{ \"dishId\": \"RGlzaDox\", \"sizeId\": \"RGlzaFNpemU6OTk5\", \"quantity\": 1 }] }")]
    [InlineData("addOrderLines", "{ \"lines\": [{ \"dishId\": \"RGlzaDox\", \"quantity\": 1, \"seat\": 0, \"course\": 10 }] }")]
    public async Task What_is_not_there_or_out_of_bounds_is_a_typed_error(string mutation, string more)
    {
        var id = await StartedAsync();
        Snapshot.Match(
            Text(await app.WithOrderAsync(mutation, id, System.Text.Json.Nodes.JsonNode.Parse(more)!, "status")),
            SnapshotNameExtension.Create(mutation, more.Contains("seat", StringComparison.Ordinal) ? "seat" : more.Contains("size", StringComparison.Ordinal) ? "size" : "none"));
    }

    [Fact]
    public async Task What_is_being_made_is_not_called_off_without_a_reason()
    {
        var id = await StartedAsync();
        Snapshot.Match(Text(await app.WithOrderAsync("voidOrderLines", id, new { lineIds = await LinesAsync(id) }, "status")));
        Assert.Equal("IN_PREPARATION", await app.StatusAsync(id));
    }

    [Fact]
    public async Task What_is_not_ready_is_not_served()
    {
        var id = await StartedAsync();
        Snapshot.Match(Text(await app.WithOrderAsync("serveOrderLines", id, new { lineIds = await LinesAsync(id) }, "status")));
    }

    [Fact]
    public async Task A_closed_order_stays_as_it_is()
    {
        var id = await app.PlaceAsync(Steps.Pizza);
        await app.DoAsync("cancelOrder", id);
        Snapshot.Match(Text(await app.WithOrderAsync("fireCourse", id, new { course = 1 }, "status")));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(24 * 15)]
    public async Task A_time_that_is_over_or_too_far_ahead_is_a_typed_error(int hours) => Snapshot.Match(
        Text(await app.PlaceAsync(new
        {
            idempotencyKey = Guid.NewGuid(),
            type = "TAKEAWAY",
            scheduledFor = app.Time.GetUtcNow().AddHours(hours),
            lines = new[] { new { dishId = Ids.Dish(1), quantity = 1 } },
        })),
        SnapshotNameExtension.Create(hours));

    [Fact]
    public async Task A_time_at_which_the_restaurant_is_closed_is_a_typed_error()
    {
        var own = await RestaurantApp.OpenAsync();
        Snapshot.Match(Text(await own.PlaceAsync(new
        {
            idempotencyKey = Guid.NewGuid(),
            type = "TAKEAWAY",
            scheduledFor = "2026-03-16T08:00:00Z",
            lines = new[] { new { dishId = Ids.Dish(1), quantity = 1 } },
        })));
        await own.DisposeAsync();
    }

    private async Task<string> StartedAsync()
    {
        var id = await app.PlaceAsync(Steps.Pizza);
        await app.DoAsync("acceptOrder", id);
        await app.DoAsync("startTicket", Assert.Single(await app.TicketsAsync(id)));
        return id;
    }

    private async Task<IEnumerable<string>> LinesAsync(string order) => (await app.OrderAsync(order))["lines"]!.AsArray().Select(line => line!["id"]!.GetValue<string>());

    private static string Text(System.Text.Json.Nodes.JsonNode payload) => payload.ToJsonString(new() { WriteIndented = true });
}
