using System.Text.Json.Nodes;
using Restaurant.Graph.Kitchen;
using Restaurant.Graph.Orders;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Inventory;

/// <summary>Stock is promised when an order goes to the kitchen, and not by one that is meant for another day.</summary>
public sealed class LaterStockTests : IAsyncLifetime
{
    private readonly StoreRoom _room = new();

    public async Task InitializeAsync()
    {
        await _room.InitializeAsync();
        await _room.DeliverAsync(leek: 2_000, eggs: 10);
    }

    public Task DisposeAsync() => _room.DisposeAsync();

    [Fact]
    public async Task An_order_for_another_day_sells_nothing_out_today()
    {
        Assert.Empty((await PlaceAsync(days: 13, quantity: 99)).Codes());
        Assert.Equal(((2_000, 0), (10, 0)), await _room.StockAsync());
        Assert.Empty((await _room.OrderAsync(StoreRoom.Soup, 10)).Codes());
        Assert.Equal(((2_000, 2_000), (10, 10)), await _room.StockAsync());
    }

    [Fact]
    public async Task It_is_promised_when_it_goes_to_the_kitchen_and_used_when_it_is_made()
    {
        var order = (await PlaceAsync(days: 1, quantity: 4))["order"]!.Text("id");
        await _room.DoAsync("acceptOrder", order);
        Assert.Equal(((2_000, 0), (10, 0)), await _room.StockAsync());
        await PassAsync(days: 1);
        Assert.Equal("ACCEPTED", await _room.StatusAsync(order));
        Assert.Equal(((2_000, 800), (10, 4)), await _room.StockAsync());
        await _room.CookAsync(order);
        Assert.Equal(((1_200, 0), (6, 0)), await _room.StockAsync());
    }

    [Fact]
    public async Task Where_there_is_not_enough_by_then_it_waits_for_a_delivery()
    {
        var order = (await PlaceAsync(days: 1, quantity: 11))["order"]!.Text("id");
        await _room.DoAsync("acceptOrder", order);
        await PassAsync(days: 1);
        Assert.Equal("SCHEDULED", await _room.StatusAsync(order));
        await _room.DeliverAsync(leek: 200, eggs: 1);
        await _room.RunAsync<AutoAcceptance>();
        Assert.Equal("ACCEPTED", await _room.StatusAsync(order));
    }

    [Fact]
    public async Task Who_accepts_what_there_is_not_enough_for_is_told_so()
    {
        var order = (await PlaceAsync(days: 0.04, quantity: 11))["order"]!.Text("id");
        _room.Time.Advance(TimeSpan.FromMinutes(40));
        var payload = await _room.TryAsync("acceptOrder", order);
        Assert.Equal(["OUT_OF_STOCK"], payload.Codes());
        Assert.Equal("Soup: 11 ordered where there is enough for 10.", payload["errors"]![0]!.Text("message"));
        Assert.Equal(((2_000, 0), (10, 0)), await _room.StockAsync());
    }

    [Fact]
    public async Task What_is_called_off_before_it_was_promised_gives_nothing_back()
    {
        var order = (await PlaceAsync(days: 2, quantity: 3))["order"]!.Text("id");
        await _room.OrderAsync(StoreRoom.Soup, 2);
        await _room.DoAsync("cancelOrder", order);
        Assert.Equal(((2_000, 400), (10, 2)), await _room.StockAsync());
    }

    [Fact]
    public async Task An_order_for_later_that_nobody_answers_expires()
    {
        await using var room = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, "--Orders:AnswerWithin=00:15:00", "--Orders:CheckInterval=00:10:00");
        var placed = await room.PlaceAsync(Later(room.Time.GetUtcNow().AddDays(13), Ids.Dish(Steps.Pizza), 1));
        room.Time.Advance(TimeSpan.FromHours(23));
        await room.RunAsync<OrderClock>();
        Assert.Equal("PLACED", await room.StatusAsync(placed["order"]!.Text("id")));
        room.Time.Advance(TimeSpan.FromHours(2));
        await room.RunAsync<OrderClock>();
        Assert.Equal("EXPIRED", await room.StatusAsync(placed["order"]!.Text("id")));
    }

    private async Task<JsonNode> PlaceAsync(double days, int quantity) =>
        await _room.PlaceAsync(Later(_room.Time.GetUtcNow().AddDays(days), await _room.DishIdAsync(StoreRoom.Soup), quantity));

    private static object Later(DateTimeOffset scheduledFor, string dishId, int quantity) =>
        new { idempotencyKey = Guid.NewGuid(), type = "TAKEAWAY", scheduledFor, lines = new[] { new { dishId, quantity } } };

    // Ten minutes before the time, of which the kitchen gets thirty.
    private async Task PassAsync(int days)
    {
        _room.Time.Advance(TimeSpan.FromDays(days) - TimeSpan.FromMinutes(10));
        await _room.RunAsync<AutoAcceptance>();
    }
}
