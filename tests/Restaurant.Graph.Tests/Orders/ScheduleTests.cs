using Restaurant.Graph.Kitchen;
using Restaurant.Graph.Orders;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Orders;

/// <summary>Orders that are meant for later, and orders that nobody answers.</summary>
public sealed class ScheduleTests
{
    [Fact]
    public async Task A_scheduled_order_goes_to_the_kitchen_shortly_before_its_time()
    {
        var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, "--Kitchen:AutoAccept=true", "--Orders:ScheduleLead=00:20:00", "--Orders:CheckInterval=00:10:00");
        var id = await PlaceAsync(app, hours: 2);
        Assert.Equal("SCHEDULED", await app.StatusAsync(id));
        await app.RunAsync<AutoAcceptance>();
        Assert.Equal("SCHEDULED", await app.StatusAsync(id));
        app.Time.Advance(TimeSpan.FromMinutes(101));
        await app.RunAsync<AutoAcceptance>();
        Assert.Equal("ACCEPTED", await app.StatusAsync(id));
        Assert.Single(await app.TicketsAsync(id));
        await app.DisposeAsync();
    }

    [Fact]
    public async Task What_nobody_answers_expires_and_gives_back_what_was_promised_to_it()
    {
        var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, "--Orders:AnswerWithin=00:15:00", "--Orders:CheckInterval=00:10:00");
        var (placed, scheduled, answered) = (await PlaceAsync(app), await PlaceAsync(app, hours: 3), await PlaceAsync(app));
        await app.DoAsync("acceptOrder", answered);
        app.Time.Advance(TimeSpan.FromMinutes(16));
        await app.RunAsync<OrderClock>();
        Assert.Equal(("EXPIRED", "SCHEDULED", "ACCEPTED"), (await app.StatusAsync(placed), await app.StatusAsync(scheduled), await app.StatusAsync(answered)));
        app.Time.Advance(TimeSpan.FromHours(3));
        await app.RunAsync<OrderClock>();
        Assert.Equal(("EXPIRED", "ACCEPTED"), (await app.StatusAsync(scheduled), await app.StatusAsync(answered)));
        Assert.Equal(["VOIDED"], (await app.OrderAsync(placed))["lines"]!.AsArray().Select(line => line!["status"]!.GetValue<string>()));
        await app.DisposeAsync();
    }

    [Fact]
    public async Task An_order_waits_while_there_is_too_much_work_and_is_accepted_when_there_is_less()
    {
        var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, "--Kitchen:AutoAccept=true", "--Kitchen:MaxWaitMinutes=5", "--Orders:CheckInterval=00:10:00");
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

        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_promise_grows_with_the_work_that_waits()
    {
        var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, "--Kitchen:AutoAccept=true");
        var promises = new List<(DateTimeOffset At, DateTimeOffset By)>();
        for (var index = 0; index < 8; index++)
        {
            var order = await app.OrderAsync(await PlaceAsync(app), "promisedAt promisedBy");
            promises.Add((order["promisedAt"]!.GetValue<DateTimeOffset>(), order["promisedBy"]!.GetValue<DateTimeOffset>()));
        }

        Assert.All(promises, promise => Assert.True(promise.At < promise.By && promise.At > app.Time.GetUtcNow()));
        Assert.Equal(promises.Order(), promises);
        Assert.True(promises[^1].At > promises[0].At);
        await app.DisposeAsync();
    }

    private static async Task<string> PlaceAsync(RestaurantApp app, int? hours = null)
    {
        var payload = await app.PlaceAsync(new
        {
            idempotencyKey = Guid.NewGuid(),
            type = "TAKEAWAY",
            scheduledFor = hours is { } ahead ? app.Time.GetUtcNow().AddHours(ahead) : (DateTimeOffset?)null,
            lines = new[] { new { dishId = Ids.Dish(Steps.Pizza), quantity = 1 } },
        });
        Assert.True(payload["errors"] is null, payload.ToJsonString());
        return payload["order"]!["id"]!.GetValue<string>();
    }
}
