using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Orders;

/// <summary>What a manager takes off an order is a part of its own, and lowers what is taxed at each rate.</summary>
public sealed class DiscountTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    private const long Beer = 196;

    private const string Money = "{ minorUnits }";
    private const string Fields = $"status version subtotal {Money} discount {Money} discountReason tax {Money} total {Money} balance {Money} paymentStatus taxes {{ percent net {Money} tax {Money} }}";

    [Fact]
    public async Task A_percentage_is_taken_off_what_is_taxed_at_each_rate()
    {
        var id = await app.PlaceAsync(Steps.Pizza, Beer);
        var order = (await DiscountAsync(id, new { percent = 10, reason = "Regulars" }))["order"]!;
        Assert.Equal((2000, 200, "Regulars"), (Units(order, "subtotal"), Units(order, "discount"), order.Text("discountReason")));
        Assert.Equal([(1125, 90), (675, 69)], order["taxes"]!.AsArray().Select(share => (Units(share!, "net"), Units(share!, "tax"))));
        Assert.Equal((1959, 1959), (Units(order, "total"), Units(order, "balance")));
        var split = (await app.Client.QueryAsync("query($id: ID!) { splitBill(orderId: $id, by: BY_LINE) { amount { minorUnits } } receipt(orderId: $id) { discount { minorUnits } } }", new { id }));
        Assert.Equal([1215, 744], split["splitBill"]!.AsArray().Select(part => Units(part!, "amount")));
        Assert.Equal(200, Units(split["receipt"]!, "discount"));
    }

    [Fact]
    public async Task An_amount_that_does_not_divide_is_taken_off_the_lowest_rate_first()
    {
        var order = (await DiscountAsync(await app.PlaceAsync(Steps.Fries, 193), new { amount = 0.01m, reason = "A cent" }))["order"]!;
        Assert.Equal([599, 600], order["taxes"]!.AsArray().Select(share => Units(share!, "net")));
    }

    [Fact]
    public async Task It_follows_the_lines_and_never_exceeds_them_until_it_is_removed()
    {
        var id = await app.PlaceAsync(Steps.Pizza, Steps.Fries);
        Assert.Equal(1000, Units((await DiscountAsync(id, new { amount = 10, reason = "Spilt" }))["order"]!, "discount"));
        await VoidAsync(id, "Margherita Pizza");
        var order = await app.OrderAsync(id, Fields);
        Assert.Equal((600, 600, 0), (Units(order, "subtotal"), Units(order, "discount"), Units(order, "total")));
        order = (await DiscountAsync(id, new { percent = 0 }))["order"]!;
        Assert.Equal((0, 648, null), (Units(order, "discount"), Units(order, "total"), order["discountReason"]?.GetValue<string>()));
    }

    [Fact]
    public async Task What_is_left_to_pay_of_an_order_that_was_handed_over_is_taken_off_and_it_is_completed()
    {
        var id = await app.PlaceAsync(Steps.Pizza, Beer);
        await app.DoAsync("acceptOrder", id);
        await app.CookAsync(id);
        await app.DoAsync("fulfillOrder", id);
        await app.PayAsync(id, 19.59m);
        var order = (await DiscountAsync(id, new { percent = 10, reason = "Slow" }))["order"]!;
        Assert.Equal(("COMPLETED", "PAID", 0), (order.Text("status"), order.Text("paymentStatus"), Units(order, "balance")));
        Assert.Equal(["ORDER_CLOSED"], (await DiscountAsync(id, new { percent = 20, reason = "Slow" })).Codes());
    }

    [Fact]
    public async Task It_is_an_event_and_stands_in_the_audit()
    {
        var id = await app.PlaceAsync(Steps.Pizza);
        await DiscountAsync(id, new { percent = 12.5m, reason = "Cold" });
        var seen = await app.Client.QueryAsync(
            "query($id: ID!, $subject: String!) { orderById(id: $id) { history { nodes { change version } } } auditEntries(where: { mutation: { eq: \"discountOrder\" }, subjectId: { eq: $subject } }) { nodes { role detail } } }", new { id, subject = id });
        var last = seen["orderById"]!["history"]!["nodes"]!.AsArray()[^1]!;
        Assert.Equal(("DISCOUNT", 2), (last.Text("change"), last.Number("version")));
        Assert.Equal("""[{"role":"manager","detail":"12.5 %: Cold"}]""", seen["auditEntries"]!["nodes"]!.ToJsonString());
    }

    [Fact]
    public async Task It_is_for_managers_only()
    {
        using var waiter = app.As(Tokens.Of(Roles.Waiter));
        var answer = await waiter.SendAsync("mutation($input: DiscountOrderInput!) { discountOrder(input: $input) { order { id } } }", new { input = await app.OrderActionAsync(await app.PlaceAsync(Steps.Pizza)) });
        Assert.Equal("AUTH_NOT_AUTHORIZED", answer["errors"]![0]!["extensions"]!.Text("code"));
    }

    [Theory]
    [InlineData("PERCENT_OR_AMOUNT", null, null, "Why")]
    [InlineData("PERCENT_OR_AMOUNT", 10.0, 1.0, "Why")]
    [InlineData("INVALID_DISCOUNT", -1.0, null, "Why")]
    [InlineData("INVALID_DISCOUNT", 100.01, null, "Why")]
    [InlineData("INVALID_DISCOUNT", 10.005, null, "Why")]
    [InlineData("INVALID_DISCOUNT", 1e20, null, "Why")]
    [InlineData("INVALID_DISCOUNT", null, -0.01, "Why")]
    [InlineData("INVALID_DISCOUNT", null, 12.51, "Why")]
    [InlineData("INVALID_DISCOUNT", null, 1.005, "Why")]
    [InlineData("INVALID_DISCOUNT", null, 1e20, "Why")]
    [InlineData("DISCOUNT_REASON_REQUIRED", 10.0, null, " ")]
    [InlineData("DISCOUNT_REASON_REQUIRED", null, 1.0, null)]
    public async Task What_cannot_be_taken_off_is_a_typed_error(string code, double? percent, double? amount, string? reason)
    {
        var id = await app.PlaceAsync(Steps.Pizza);
        Assert.Equal([code], (await DiscountAsync(id, new { percent, amount, reason })).Codes());
        Assert.Equal((1350, 1), (Units(await app.OrderAsync(id, Fields), "total"), (await app.OrderAsync(id, Fields)).Number("version")));
    }

    [Fact]
    public async Task Nothing_is_taken_off_an_order_that_was_called_off()
    {
        var id = await app.PlaceAsync(Steps.Pizza);
        await app.DoAsync("cancelOrder", id);
        Assert.Equal(["ORDER_CLOSED"], (await DiscountAsync(id, new { percent = 10, reason = "Slow" })).Codes());
    }

    private Task<JsonNode> DiscountAsync(string id, object discount) => app.WithOrderAsync("discountOrder", id, discount, Fields);

    private async Task VoidAsync(string id, string dish)
    {
        var line = (await app.OrderAsync(id))["lines"]!.AsArray().Single(line => line!.Text("dishName") == dish)!.Text("id");
        Assert.Empty((await app.WithOrderAsync("voidOrderLines", id, new { lineIds = new[] { line } })).Codes());
    }

    private static int Units(JsonNode node, string name) => node[name]!.Number("minorUnits");
}
