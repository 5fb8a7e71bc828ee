using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Inventory;

/// <summary>What modifiers add and take away is promised, used and wasted with the dish.</summary>
public sealed class ModifierStockTests
{
    private static readonly string[][] Choices = [[], [ToastBar.ExtraCheese], [ToastBar.NoCheese], [ToastBar.Egg], [ToastBar.ExtraCheese, ToastBar.Egg]];

    [Fact]
    public async Task Parallel_orders_with_modifiers_leave_the_books_in_order()
    {
        await using var bar = await ToastBar.OpenAsync();
        await Task.WhenAll(bar.DeliverAsync("Bread", 50), bar.DeliverAsync("Cheese", 500), bar.DeliverAsync("Fried egg", 6));
        var placed = await Task.WhenAll(Enumerable.Range(0, 60).Select(async number =>
            (Number: number, Payload: await bar.OrderAsync(Choices[number % Choices.Length]))));
        var accepted = placed.Where(order => order.Payload["errors"] is null).ToList();
        Assert.InRange(accepted.Count, 10, 25);
        Assert.Equal((50, 2 * accepted.Count), await bar.StockAsync("Bread"));
        Assert.Equal((500, accepted.Sum(order => CheeseOf(order.Number))), await bar.StockAsync("Cheese"));
        Assert.Equal((6, accepted.Count(order => order.Number % Choices.Length >= 3)), await bar.StockAsync("Fried egg"));

        await Task.WhenAll(accepted.Take(5).Select(order => bar.DoAsync("cancelOrder", IdOf(order.Payload))));
        foreach (var order in accepted.Skip(5).Take(3))
        {
            await bar.DoAsync("acceptOrder", IdOf(order.Payload));
            await bar.CookAsync(IdOf(order.Payload));
        }

        var cooked = accepted.Skip(5).Take(3).Sum(order => CheeseOf(order.Number));
        Assert.Equal((500 - cooked, accepted.Skip(8).Sum(order => CheeseOf(order.Number))), await bar.StockAsync("Cheese"));
        Assert.Equal((44, 2 * (accepted.Count - 8)), await bar.StockAsync("Bread"));
    }

    [Fact]
    public async Task What_is_cooked_for_nobody_is_waste_that_says_why()
    {
        await using var bar = await ToastBar.OpenAsync();
        await Task.WhenAll(bar.DeliverAsync("Bread", 50), bar.DeliverAsync("Cheese", 500));
        var order = IdOf(await bar.OrderAsync(ToastBar.ExtraCheese));
        await bar.DoAsync("acceptOrder", order);
        await bar.CookAsync(order);
        await bar.DoAsync("cancelOrder", order);
        Assert.Null((await WasteAsync(bar, 7, "SPOILED", "Green on one side"))["errors"]);
        var waste = await bar.Client.QueryAsync(
            """{ stockMovements(where: { kind: { eq: WASTE }, ingredient: { name: { eq: "Cheese" } } }) { nodes { quantity reason note ingredient { name } } } }""");
        Assert.Equal(
            """[{"quantity":-60,"reason":"CALLED_OFF","note":null,"ingredient":{"name":"Cheese"}},{"quantity":-7,"reason":"SPOILED","note":"Green on one side","ingredient":{"name":"Cheese"}}]""",
            waste["stockMovements"]!["nodes"]!.ToJsonString());
        Assert.Equal((433, 0), await bar.StockAsync("Cheese"));
        Assert.Equal("NOTE_TOO_LONG", (await WasteAsync(bar, 1, "OTHER", new string('x', 501)))["errors"]![0]!["code"]!.GetValue<string>());
    }

    private static async Task<JsonNode> WasteAsync(ToastBar bar, int quantity, string reason, string note) => (await bar.Client.QueryAsync(
        "mutation($input: RecordWasteInput!) { recordWaste(input: $input) { ingredient { onHand } errors { ... on Error { code } } } }",
        new { input = new { idempotencyKey = Guid.NewGuid(), ingredientId = bar.IdOf("Cheese"), quantity, reason, note } }))["recordWaste"]!;

    private static int CheeseOf(int number) => (number % Choices.Length) switch { 1 or 4 => 60, 2 => 0, _ => 30 };

    private static string IdOf(JsonNode payload) => payload["order"]!["id"]!.GetValue<string>();
}
