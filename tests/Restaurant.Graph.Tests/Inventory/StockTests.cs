using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Inventory;

/// <summary>What there is can be sold once.</summary>
public sealed class StockTests
{
    [Fact]
    public async Task Two_hundred_orders_at_the_same_moment_for_the_last_ten_portions_are_ten_orders()
    {
        await using var room = await StoreRoom.OpenAsync();
        await room.DeliverAsync(leek: 5_000, eggs: 10);
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => room.OrderAsync(StoreRoom.Soup)));
        Assert.Equal(10, answers.Count(answer => answer["errors"] is null));
        Assert.All(answers.Where(answer => answer["errors"] is not null), answer => Assert.Equal("OUT_OF_STOCK", CodeOf(answer)));
        Assert.Equal(((5_000, 2_000), (10, 10)), await room.StockAsync());
    }

    [Fact]
    public async Task An_order_that_is_called_off_before_it_is_fired_gives_back_what_was_promised_to_it()
    {
        await using var room = await StoreRoom.OpenAsync();
        await room.DeliverAsync(leek: 400, eggs: 2);
        var order = IdOf(await room.OrderAsync(StoreRoom.Soup, 2));
        Assert.Equal("OUT_OF_STOCK", CodeOf(await room.OrderAsync(StoreRoom.Bread)));
        await room.DoAsync("cancelOrder", order);
        Assert.Equal(((400, 0), (2, 0)), await room.StockAsync());
        Assert.Null((await room.OrderAsync(StoreRoom.Bread))["errors"]);
    }

    [Fact]
    public async Task What_is_cooked_is_used_and_what_is_cooked_for_nobody_is_waste()
    {
        await using var room = await StoreRoom.OpenAsync();
        await room.DeliverAsync(leek: 1_000, eggs: 10);
        var order = IdOf(await room.OrderAsync(StoreRoom.Soup, 3));
        await room.DoAsync("acceptOrder", order);
        Assert.Equal(((1_000, 600), (10, 3)), await room.StockAsync());
        await room.CookAsync(order);
        Assert.Equal(((400, 0), (7, 0)), await room.StockAsync());
        await room.DoAsync("cancelOrder", order);
        Assert.Equal(((400, 0), (7, 0)), await room.StockAsync());
        Assert.Equal(["DELIVERY 1000", "CONSUMPTION -600", "CONSUMPTION 600", "WASTE -600"], await LedgerAsync(room));
    }

    [Fact]
    public async Task One_dish_too_many_is_an_error_that_tells_how_many_there_are()
    {
        await using var room = await StoreRoom.OpenAsync();
        await room.DeliverAsync(leek: 700, eggs: 10);
        var data = await room.Client.QueryAsync(
            """
            mutation($input: PlaceOrderInput!) {
              placeOrder(input: $input) { order { id } errors { ... on Error { path } ... on OutOfStockError { message dishName portionsLeft } } }
            }
            """,
            new
            {
                input = new
                {
                    idempotencyKey = Guid.NewGuid(),
                    type = "TAKEAWAY",
                    lines = new[] { new { dishId = await room.DishIdAsync(StoreRoom.Soup), quantity = 2 }, new { dishId = await room.DishIdAsync(StoreRoom.Soup), quantity = 2 } },
                },
            });
        Assert.Equal(
            """{"order":null,"errors":[{"path":["input","lines","1","quantity"],"message":"Soup: 2 ordered where there is enough for 1.","dishName":"Soup","portionsLeft":1}]}""",
            data["placeOrder"]!.ToJsonString());
        Assert.Equal(((700, 0), (10, 0)), await room.StockAsync());
    }

    private static async Task<IEnumerable<string>> LedgerAsync(StoreRoom room)
    {
        var data = await room.Client.QueryAsync("""{ ingredients(where: { name: { eq: "Leek" } }) { nodes { movements { nodes { kind quantity } } } } }""");
        return data["ingredients"]!["nodes"]![0]!["movements"]!["nodes"]!.AsArray().Select(movement => $"{movement!["kind"]} {movement["quantity"]}");
    }

    private static string IdOf(JsonNode payload) => payload["order"]!["id"]!.GetValue<string>();

    private static string? CodeOf(JsonNode payload) => payload["errors"]?[0]?["code"]?.GetValue<string>();
}
