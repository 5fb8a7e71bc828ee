using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Inventory;

/// <summary>Deliveries, waste and counts.</summary>
public sealed class StockMovementTests
{
    [Fact]
    public async Task A_delivery_a_count_and_waste_move_the_stock()
    {
        await using var room = await StoreRoom.OpenAsync();
        await room.DeliverAsync(leek: 1_000, eggs: 0);
        Assert.Null((await room.MoveLeekAsync("recordWaste", 100))["errors"]);
        Assert.Null((await room.MoveLeekAsync("countStock", 850, version: 2))["errors"]);
        Assert.Equal(((850, 0), (0, 0)), await room.StockAsync());
    }

    [Fact]
    public async Task What_is_promised_to_an_order_is_neither_thrown_away_nor_counted_away()
    {
        await using var room = await StoreRoom.OpenAsync();
        await room.DeliverAsync(leek: 1_000, eggs: 5);
        Assert.Null((await room.OrderAsync(StoreRoom.Soup, 4))["errors"]);
        Assert.Equal("NOT_ENOUGH_STOCK", CodeOf(await room.MoveLeekAsync("recordWaste", 201)));
        Assert.Equal("NOT_ENOUGH_STOCK", CodeOf(await room.MoveLeekAsync("countStock", 799, version: 2)));
        Assert.Null((await room.MoveLeekAsync("recordWaste", 200))["errors"]);
        Assert.Equal(((800, 800), (5, 4)), await room.StockAsync());
    }

    [Theory]
    [InlineData("receiveDelivery", 0)]
    [InlineData("receiveDelivery", -5)]
    [InlineData("receiveDelivery", 10_000_001)]
    [InlineData("recordWaste", 0)]
    public async Task An_amount_out_of_bounds_is_a_typed_error(string mutation, int quantity)
    {
        await using var room = await StoreRoom.OpenAsync();
        Assert.Equal("INVALID_AMOUNT", CodeOf(await room.MoveLeekAsync(mutation, quantity)));
    }

    [Fact]
    public async Task A_count_of_what_has_changed_meanwhile_is_refused_with_the_version_it_has_now()
    {
        await using var room = await StoreRoom.OpenAsync();
        await room.DeliverAsync(leek: 1_000, eggs: 0);
        var payload = await room.MoveLeekAsync("countStock", 900, version: 0);
        Assert.Equal(("VERSION_CONFLICT", 1), (CodeOf(payload), payload["errors"]![0]!["currentVersion"]!.GetValue<int>()));
        Assert.Equal(((1_000, 0), (0, 0)), await room.StockAsync());
    }

    [Fact]
    public async Task A_dish_without_a_recipe_takes_nothing()
    {
        await using var room = await StoreRoom.OpenAsync();
        Assert.Null((await room.OrderAsync("Water", 99))["errors"]);
        Assert.Equal("OUT_OF_STOCK", CodeOf(await room.OrderAsync(StoreRoom.Bread)));
    }

    private static string? CodeOf(JsonNode payload) => payload["errors"]?[0]?["code"]?.GetValue<string>();
}
