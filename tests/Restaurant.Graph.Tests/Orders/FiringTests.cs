using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Orders;

/// <summary>The kitchen is called for what the restaurant has taken, and for nothing else.</summary>
public sealed class FiringTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    private const string Fields = "version status lines { status firedAt }";

    [Theory]
    [InlineData("fireCourse", 0)]
    [InlineData("holdCourse", 0)]
    [InlineData("fireCourse", 2)]
    [InlineData("holdCourse", 2)]
    public async Task A_course_of_an_order_that_nobody_has_taken_or_that_waits_for_its_time_is_neither_called_for_nor_kept_back(string mutation, int hours)
    {
        var id = await PlaceAsync(hours);
        var unchanged = (await app.OrderAsync(id, Fields)).ToJsonString();
        Assert.Equal(["ORDER_ACTION_NOT_ALLOWED"], (await app.WithOrderAsync(mutation, id, new { course = 1 })).Codes());
        Assert.Equal(unchanged, (await app.OrderAsync(id, Fields)).ToJsonString());
        Assert.Empty(await app.TicketsAsync(id));
    }

    [Fact]
    public async Task A_course_that_is_kept_back_when_it_is_ordered_is_called_for_once_the_order_is_taken()
    {
        var id = await PlaceAsync(hours: 0, hold: true);
        Assert.Equal(["ORDER_ACTION_NOT_ALLOWED"], (await app.WithOrderAsync("fireCourse", id, new { course = 1 })).Codes());
        await app.DoAsync("acceptOrder", id);
        Assert.Empty(await app.TicketsAsync(id));
        Assert.Empty((await app.WithOrderAsync("fireCourse", id, new { course = 1 })).Codes());
        Assert.Single(await app.TicketsAsync(id));
    }

    private async Task<string> PlaceAsync(int hours, bool hold = false)
    {
        var payload = await app.PlaceAsync(new
        {
            idempotencyKey = Guid.NewGuid(),
            type = "TAKEAWAY",
            scheduledFor = hours == 0 ? (DateTimeOffset?)null : app.Time.GetUtcNow().AddHours(hours),
            lines = new[] { new { dishId = Ids.Dish(Steps.Pizza), quantity = 1, hold } },
        });
        Assert.True(payload["errors"] is null, payload.ToJsonString());
        if (hours > 0)
        {
            await app.DoAsync("acceptOrder", payload["order"]!.Text("id"));
        }

        return payload["order"]!.Text("id");
    }
}
