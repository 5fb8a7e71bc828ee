using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Payments;

/// <summary>Orders are paid in parts, split to the cent, and paid back, and their balance always is what it has to be.</summary>
public sealed class PaymentTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    [Fact]
    public async Task An_order_that_was_handed_over_is_completed_when_it_is_paid()
    {
        var id = await HandedOverAsync();
        var total = Units((await app.OrderAsync(id))["total"]);
        var first = (await app.PayAsync(id, 5m, tip: 1m))["payment"]!;
        Assert.Equal(("CAPTURED", "PARTIALLY_PAID", "FULFILLED"), (Text(first, "status"), Text(first["order"]!, "paymentStatus"), Text(first["order"]!, "status")));
        Assert.Equal(total - 500, Units(first["order"]!["balance"]));
        var last = (await app.PayAsync(id, (total - 500) / 100m))["payment"]!["order"]!;
        Assert.Equal(("PAID", "COMPLETED", 0), (Text(last, "paymentStatus"), Text(last, "status"), Units(last["balance"])));
    }

    [Fact]
    public async Task An_order_that_was_paid_before_is_completed_when_it_is_handed_over()
    {
        var id = await app.PlaceAsync(Steps.Pizza);
        await app.PayAsync(id, Units((await app.OrderAsync(id))["total"]) / 100m);
        await app.DoAsync("acceptOrder", id);
        await app.CookAsync(id);
        await app.DoAsync("fulfillOrder", id);
        Assert.Equal("COMPLETED", await app.StatusAsync(id));
    }

    [Fact]
    public async Task What_was_paid_for_an_order_that_is_called_off_is_owed_until_it_is_paid_back()
    {
        var id = await app.PlaceAsync(Steps.Pizza);
        var payment = (await app.PayAsync(id, 10m))["payment"]!;
        await app.DoAsync("cancelOrder", id);
        Assert.Equal(-1000, Units((await app.OrderAsync(id))["balance"]));
        var back = (await RefundAsync(Text(payment, "id"), 4m))["payment"]!["order"]!;
        Assert.Equal((-600, "PARTIALLY_REFUNDED"), (Units(back["balance"]), Text(back, "paymentStatus")));
        back = (await RefundAsync(Text(payment, "id"), 6m))["payment"]!["order"]!;
        Assert.Equal((0, "REFUNDED", "CANCELED"), (Units(back["balance"]), Text(back, "paymentStatus"), Text(back, "status")));
    }

    [Fact]
    public async Task What_is_authorized_is_taken_or_given_up()
    {
        var id = await app.PlaceAsync(Steps.Pizza);
        var (first, second) = ((await app.PayAsync(id, 3m, authorizeOnly: true))["payment"]!, (await app.PayAsync(id, 2m, authorizeOnly: true))["payment"]!);
        Assert.Equal(("AUTHORIZED", "AUTHORIZED", 0), (Text(first, "status"), Text(second["order"]!, "paymentStatus"), Units(second["order"]!["paid"])));
        var captured = (await WithAsync("capturePayment", Text(first, "id")))["payment"]!;
        Assert.Equal(("CAPTURED", 300), (Text(captured, "status"), Units(captured["order"]!["paid"])));
        var given = (await WithAsync("voidPayment", Text(second, "id")))["payment"]!;
        Assert.Equal(("VOIDED", 300), (Text(given, "status"), Units(given["order"]!["paid"])));
    }

    [Fact]
    public async Task Parallel_payments_never_come_to_more_than_the_order()
    {
        var id = await app.PlaceAsync(Steps.Pizza);
        var total = Units((await app.OrderAsync(id))["total"]);
        var paid = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => app.PayAsync(id, total / 100m)));
        Assert.Single(paid, payload => payload["errors"] is null);
        Assert.Equal(total, Units((await app.OrderAsync(id))["paid"]));
    }

    [Theory]
    [InlineData("EVENLY", 3)]
    [InlineData("EVENLY", 7)]
    [InlineData("BY_SEAT", null)]
    [InlineData("BY_LINE", null)]
    public async Task The_parts_of_a_bill_add_up_to_it(string by, int? parts)
    {
        var payload = await app.PlaceAsync(new
        {
            idempotencyKey = Guid.NewGuid(),
            type = "TAKEAWAY",
            lines = new object[] { Line(1, 1), Line(2, 2), Line(100, null), Line(5, 2), Line(3, 3) },
        });
        var split = (await app.Client.QueryAsync(
            "query($id: ID!, $by: BillSplit!, $parts: Int) { splitBill(orderId: $id, by: $by, parts: $parts) { seat dishName amount { minorUnits } } orderById(id: $id) { total { minorUnits } } }",
            new { id = Text(payload["order"]!, "id"), by, parts }));
        var amounts = split["splitBill"]!.AsArray().Select(part => Units(part!["amount"])).ToList();
        Assert.Equal(Units(split["orderById"]!["total"]), amounts.Sum());
        Assert.Equal(by switch { "BY_SEAT" => 4, "BY_LINE" => 5, _ => parts }, amounts.Count);
        Assert.True(by != "EVENLY" || amounts.Max() - amounts.Min() <= 1);
    }

    [Fact]
    public async Task A_receipt_has_all_that_was_ordered_and_paid()
    {
        var id = await app.PlaceAsync(Steps.Pizza, Steps.Fries);
        await app.PayAsync(id, 5m, tip: 1.5m);
        var receipt = (await app.Client.QueryAsync(
            "query($id: ID!) { receipt(orderId: $id) { restaurantName orderNumber lines { dishName lineTotal { amount } } taxes { percent tax { amount } } total { minorUnits } payments { method amount { amount } tip { amount } } balance { minorUnits } } }",
            new { id }))["receipt"]!;
        Assert.Equal(2, receipt["lines"]!.AsArray().Count);
        Assert.Equal(1.50m, Assert.Single(receipt["payments"]!.AsArray())!["tip"]!["amount"]!.GetValue<decimal>());
        Assert.Equal(Units(receipt["total"]) - 500, Units(receipt["balance"]));
    }

    private static object Line(long dish, int? seat) => new { dishId = Ids.Dish(dish), quantity = 1, seat };

    private async Task<string> HandedOverAsync()
    {
        var id = await app.PlaceAsync(Steps.Pizza);
        await app.DoAsync("acceptOrder", id);
        await app.CookAsync(id);
        await app.DoAsync("fulfillOrder", id);
        return id;
    }

    private Task<JsonNode> RefundAsync(string payment, decimal amount) => WithAsync("refundPayment", payment, amount, "Cold");

    private Task<JsonNode> WithAsync(string mutation, string payment, decimal? amount = null, string? reason = null) => app.MutateAsync(
        mutation,
        amount is null ? new { idempotencyKey = Guid.NewGuid(), paymentId = payment } : new { idempotencyKey = Guid.NewGuid(), paymentId = payment, amount, reason },
        $"payment {{ status order {{ {Evening.OrderFields} }} }}");

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();

    private static long Units(JsonNode? money) => money!["minorUnits"]!.GetValue<long>();
}
