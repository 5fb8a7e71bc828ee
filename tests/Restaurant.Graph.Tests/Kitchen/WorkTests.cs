using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Kitchen;

/// <summary>The kitchen reckons with how much is to be made, and where.</summary>
public sealed class WorkTests
{
    private const long Espresso = 215;

    [Theory]
    [InlineData(9, 1)]
    [InlineData(11, 2)]
    [InlineData(27, 11)]
    [InlineData(186, 99)]
    public async Task More_of_a_dish_is_more_work_and_takes_longer(int minutes, int quantity)
    {
        await using var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, "--Kitchen:AutoAccept=true");
        var id = await PlaceAsync(app, (Steps.Pizza, quantity));
        var ticket = (await app.Client.QueryAsync("{ tickets { nodes { workMinutes expectedMinutes } } }"))["tickets"]!["nodes"]![0]!;
        Assert.Equal((minutes, (double)minutes), (ticket.Number("workMinutes"), ticket["expectedMinutes"]!.GetValue<double>()));
        Assert.Equal(app.Time.GetUtcNow().AddMinutes(minutes), (await app.OrderAsync(id, "promisedAt")).Instant("promisedAt"));
    }

    [Fact]
    public async Task The_door_closes_by_the_work_that_waits_and_not_by_the_number_of_orders()
    {
        await using var few = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, "--Kitchen:AutoAccept=true", "--Kitchen:MaxWaitMinutes=30");
        await PlaceAsync(few, (Steps.Pizza, 99));
        Assert.Equal("PLACED", await few.StatusAsync(await PlaceAsync(few, (Steps.Pizza, 1))));

        await using var many = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, "--Kitchen:AutoAccept=true", "--Kitchen:MaxWaitMinutes=30");
        for (var index = 0; index < 4; index++)
        {
            Assert.Equal("ACCEPTED", await many.StatusAsync(await PlaceAsync(many, (Steps.Pizza, 1))));
        }
    }

    [Fact]
    public async Task An_order_waits_for_the_stations_it_needs_and_for_no_other()
    {
        await using var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, "--Kitchen:AutoAccept=true", "--Kitchen:MaxWaitMinutes=30");
        await PlaceAsync(app, (Steps.Pizza, 99));
        Assert.Equal("ACCEPTED", await app.StatusAsync(await PlaceAsync(app, (Espresso, 1))));
        Assert.Equal("ACCEPTED", await app.StatusAsync(await PlaceAsync(app, (Steps.Fries, 1))));
        Assert.Equal("PLACED", await app.StatusAsync(await PlaceAsync(app, (Espresso, 1), (Steps.Pizza, 1))));
    }

    [Fact]
    public async Task A_promise_does_not_come_forward_when_something_quick_is_added()
    {
        await using var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, "--Kitchen:AutoAccept=true");
        var id = await PlaceAsync(app, (Steps.Pizza, 50));
        var promised = (await app.OrderAsync(id, "promisedAt promisedBy")).ToJsonString();
        await app.WithOrderAsync("addOrderLines", id, new { lines = new[] { new { dishId = Ids.Dish(Espresso), quantity = 1 } } });
        Assert.Equal(promised, (await app.OrderAsync(id, "promisedAt promisedBy")).ToJsonString());
    }

    private static async Task<string> PlaceAsync(RestaurantApp app, params (long Dish, int Quantity)[] lines)
    {
        var payload = await app.PlaceAsync(new
        {
            idempotencyKey = Guid.NewGuid(),
            type = "TAKEAWAY",
            lines = lines.Select(line => new { dishId = Ids.Dish(line.Dish), quantity = line.Quantity }),
        });
        Assert.True(payload["errors"] is null, payload.ToJsonString());
        return payload["order"]!.Text("id");
    }
}
