using System.Text.Json.Nodes;
using Restaurant.Graph.Kitchen;
using Restaurant.Graph.Orders;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Orders;

/// <summary>Orders that are meant for later, and orders that nobody answers.</summary>
public sealed class ScheduleTests
{
    private const string Slowly = "--Orders:CheckInterval=00:10:00";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_scheduled_order_goes_to_the_kitchen_shortly_before_its_time(bool byItself)
    {
        await using var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, $"--Kitchen:AutoAccept={byItself}", "--Orders:ScheduleLead=00:20:00", Slowly);
        var id = await PlaceAsync(app, minutes: 120);
        if (!byItself)
        {
            Assert.Equal("PLACED", await app.StatusAsync(id));
            await app.DoAsync("acceptOrder", id);
        }

        Assert.Equal("SCHEDULED", await app.StatusAsync(id));
        await app.RunAsync<AutoAcceptance>();
        Assert.Equal("SCHEDULED", await app.StatusAsync(id));
        Assert.Empty(await app.TicketsAsync(id));
        app.Time.Advance(TimeSpan.FromMinutes(101));
        await app.RunAsync<AutoAcceptance>();
        Assert.Equal("ACCEPTED", await app.StatusAsync(id));
        Assert.Single(await app.TicketsAsync(id));
    }

    [Fact]
    public async Task Saying_yes_to_an_order_for_another_day_calls_no_cook()
    {
        await using var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, Slowly);
        var id = await PlaceAsync(app, minutes: 3 * 24 * 60);
        await app.DoAsync("acceptOrder", id);
        var order = await app.OrderAsync(id, "status promisedAt scheduledFor");
        Assert.Equal(("SCHEDULED", true), (order.Text("status"), order["promisedAt"] is null));
        Assert.Empty(await app.TicketsAsync(id));

        Assert.Equal(["ORDER_ACTION_NOT_ALLOWED"], (await app.TryAsync("acceptOrder", id)).Codes());
        Assert.Equal("SCHEDULED", await app.StatusAsync(id));
    }

    [Theory]
    [InlineData(25, false)]
    [InlineData(31, true)]
    public async Task Nothing_is_promised_for_before_the_time_it_is_meant_for(int minutes, bool isLater)
    {
        await using var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, "--Orders:ScheduleLead=00:30:00", Slowly);
        var id = await PlaceAsync(app, minutes);
        await app.DoAsync("acceptOrder", id);
        Assert.Equal(isLater ? "SCHEDULED" : "ACCEPTED", await app.StatusAsync(id));
        app.Time.Advance(TimeSpan.FromMinutes(2));
        await app.RunAsync<AutoAcceptance>();
        var order = await app.OrderAsync(id, "status promisedAt promisedBy scheduledFor");
        Assert.Equal("ACCEPTED", order.Text("status"));
        Assert.True(order.Instant("promisedAt") >= order.Instant("scheduledFor"), order.ToJsonString());
        Assert.True(order.Instant("promisedBy") >= order.Instant("promisedAt"), order.ToJsonString());
    }

    [Fact]
    public async Task What_was_said_yes_to_goes_to_the_kitchen_however_much_work_there_is()
    {
        await using var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, "--Kitchen:AutoAccept=true", "--Kitchen:MaxWaitMinutes=5", Slowly);
        var id = await PlaceAsync(app, minutes: 60);
        while (await app.StatusAsync(await PlaceAsync(app)) == "ACCEPTED")
        {
        }

        app.Time.Advance(TimeSpan.FromMinutes(31));
        await app.RunAsync<AutoAcceptance>();
        Assert.Equal("ACCEPTED", await app.StatusAsync(id));
    }

    [Fact]
    public async Task What_nobody_answers_expires_and_gives_back_what_was_promised_to_it()
    {
        await using var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, "--Orders:AnswerWithin=00:15:00", "--Orders:ScheduleLead=00:30:00", Slowly);
        var (placed, later, answered) = (await PlaceAsync(app), await PlaceAsync(app, minutes: 180), await PlaceAsync(app));
        await app.DoAsync("acceptOrder", answered);
        app.Time.Advance(TimeSpan.FromMinutes(16));
        await app.RunAsync<OrderClock>();
        Assert.Equal(("EXPIRED", "PLACED", "ACCEPTED"), (await app.StatusAsync(placed), await app.StatusAsync(later), await app.StatusAsync(answered)));

        // There is time to answer until it had to go to the kitchen.
        app.Time.Advance(TimeSpan.FromMinutes(135));
        await app.RunAsync<OrderClock>();
        Assert.Equal(("EXPIRED", "ACCEPTED"), (await app.StatusAsync(later), await app.StatusAsync(answered)));
        Assert.Equal(["VOIDED"], (await app.OrderAsync(placed))["lines"]!.AsArray().Select(line => line!["status"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_scheduled_order_whose_time_went_by_while_nobody_looked_expires()
    {
        await using var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, "--Orders:AnswerWithin=00:15:00", Slowly);
        var (late, tooLate) = (await PlaceAsync(app, minutes: 120), await PlaceAsync(app, minutes: 121));
        await app.DoAsync("acceptOrder", late);
        await app.DoAsync("acceptOrder", tooLate);

        // The clock stands still, so that nobody has looked since.
        await app.ExecuteAsync("""UPDATE "Orders" SET "ScheduledFor" = '2026-03-14T22:50:00.000Z' WHERE "Number" = 1""");
        await app.ExecuteAsync("""UPDATE "Orders" SET "ScheduledFor" = '2026-03-14T22:40:00.000Z' WHERE "Number" = 2""");
        await app.RunAsync<OrderClock>();
        Assert.Equal(("SCHEDULED", "EXPIRED"), (await app.StatusAsync(late), await app.StatusAsync(tooLate)));
        await app.RunAsync<AutoAcceptance>();
        Assert.Equal(("ACCEPTED", "EXPIRED"), (await app.StatusAsync(late), await app.StatusAsync(tooLate)));
    }

    [Fact]
    public async Task An_order_waits_while_there_is_too_much_work_and_is_accepted_when_there_is_less()
    {
        await using var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, "--Kitchen:AutoAccept=true", "--Kitchen:MaxWaitMinutes=5", Slowly);
        var first = await PlaceAsync(app);
        while (await app.StatusAsync(first) == "ACCEPTED" && await PlaceAsync(app) is var next)
        {
            if (await app.StatusAsync(next) == "PLACED")
            {
                await app.CookAsync(first);
                await app.RunAsync<AutoAcceptance>();
                Assert.Equal("ACCEPTED", await app.StatusAsync(next));
                break;
            }

            Assert.Equal("ACCEPTED", await app.StatusAsync(next));
            first = next;
        }
    }

    [Fact]
    public async Task A_promise_grows_with_the_work_that_waits()
    {
        await using var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, "--Kitchen:AutoAccept=true");
        var promises = new List<(DateTimeOffset At, DateTimeOffset By)>();
        for (var index = 0; index < 8; index++)
        {
            var order = await app.OrderAsync(await PlaceAsync(app), "promisedAt promisedBy");
            promises.Add((order.Instant("promisedAt"), order.Instant("promisedBy")));
        }

        Assert.All(promises, promise => Assert.True(promise.At < promise.By && promise.At > app.Time.GetUtcNow()));
        Assert.Equal(promises.Order(), promises);
        Assert.True(promises[^1].At > promises[0].At);
    }

    private static async Task<string> PlaceAsync(RestaurantApp app, int? minutes = null)
    {
        JsonNode payload = await app.PlaceAsync(new
        {
            idempotencyKey = Guid.NewGuid(),
            type = "TAKEAWAY",
            scheduledFor = minutes is { } ahead ? app.Time.GetUtcNow().AddMinutes(ahead) : (DateTimeOffset?)null,
            lines = new[] { new { dishId = Ids.Dish(Steps.Pizza), quantity = 1 } },
        });
        Assert.True(payload["errors"] is null, payload.ToJsonString());
        return payload["order"]!.Text("id");
    }
}
