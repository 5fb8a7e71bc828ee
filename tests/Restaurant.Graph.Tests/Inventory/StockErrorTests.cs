using Restaurant.Graph.Tests.Support;
using Snapshooter;
using Snapshooter.Xunit;

namespace Restaurant.Graph.Tests.Inventory;

/// <summary>What cannot be done with the stock is a typed error and changes nothing.</summary>
public sealed class StockErrorTests
{
    [Theory]
    [InlineData("receiveDelivery", 999, 1)]
    [InlineData("receiveDelivery", 1, 0)]
    [InlineData("recordWaste", 1, 1_001)]
    [InlineData("recordWaste", 1, 10_000_001)]
    public async Task An_amount_that_cannot_be_is_a_typed_error(string mutation, long ingredient, int quantity)
    {
        await using var room = await StoreRoom.OpenAsync();
        await room.DeliverAsync(leek: 1_000, eggs: 0);
        var answer = await room.Client.SnapshotAsync(
            $$"""
            mutation($input: {{Documents.InputOf(mutation)}}!) {
              {{mutation}}(input: $input) {
                ingredient { id }
                errors { __typename ... on Error { code message path } ... on InvalidAmountError { min max } {{(mutation == "recordWaste" ? "... on NotEnoughStockError { onHand reserved }" : "")}} }
              }
            }
            """,
            new { input = new { idempotencyKey = Guid.NewGuid(), ingredientId = ingredient == 1 ? StoreRoom.Leek : Ids.Of("Ingredient", ingredient), quantity } });
        Assert.Equal(((1_000, 0), (0, 0)), await room.StockAsync());
        Snapshot.Match(answer, SnapshotNameExtension.Create(mutation, ingredient, quantity));
    }

    [Fact]
    public async Task What_there_is_not_enough_of_is_a_typed_error()
    {
        await using var room = await StoreRoom.OpenAsync();
        await room.DeliverAsync(leek: 300, eggs: 9);
        Snapshot.Match(await room.Client.SnapshotAsync(
            """
            mutation($input: PlaceOrderInput!) {
              placeOrder(input: $input) { order { id } errors { __typename ... on Error { code message path } ... on OutOfStockError { dishName portionsLeft } } }
            }
            """,
            new
            {
                input = new
                {
                    idempotencyKey = Guid.NewGuid(),
                    type = "TAKEAWAY",
                    lines = new[] { new { dishId = await room.DishIdAsync(StoreRoom.Soup), quantity = 1 }, new { dishId = await room.DishIdAsync(StoreRoom.Soup), quantity = 1 } },
                },
            }));
        Assert.Equal(((300, 0), (9, 0)), await room.StockAsync());
    }
}
