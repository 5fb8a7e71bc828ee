using System.Text.Json.Nodes;
using Restaurant.Graph.Orders;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Payments;

/// <summary>No money is taken that is not owed.</summary>
public sealed class CaptureTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    [Theory]
    [InlineData("cancelOrder")]
    [InlineData("rejectOrder")]
    public async Task What_was_promised_for_an_order_that_is_called_off_is_given_up(string mutation)
    {
        var id = await app.PlaceAsync(Steps.Pizza);
        var payment = await PromiseAsync(id, 13.50m);
        await app.DoAsync(mutation, id);
        await AssertGivenUpAsync(id, payment);
    }

    [Fact]
    public async Task What_was_promised_for_an_order_that_nobody_answers_is_given_up()
    {
        var own = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, "--Orders:AnswerWithin=00:15:00");
        var id = await own.PlaceAsync(Steps.Pizza);
        await own.PayAsync(id, 13.50m, authorizeOnly: true);
        own.Time.Advance(TimeSpan.FromMinutes(20));
        await own.RunAsync<OrderClock>();
        var order = await own.OrderAsync(id, "status paymentStatus history { nodes { change } }");
        Assert.Equal(("EXPIRED", "UNPAID", "PAYMENT"), (order.Text("status"), order.Text("paymentStatus"), order["history"]!["nodes"]!.AsArray()[^1]!.Text("change")));
        await own.DisposeAsync();
    }

    [Fact]
    public async Task Of_what_was_promised_no_more_is_taken_than_there_is_to_pay()
    {
        var id = await app.PlaceAsync(Steps.Pizza, Steps.Fries);
        var payment = await PromiseAsync(id, 19.98m);
        var fries = (await app.OrderAsync(id))["lines"]!.AsArray().Single(line => line!.Text("dishName") == "Skin-On Fries")!.Text("id");
        await app.WithOrderAsync("voidOrderLines", id, new { lineIds = new[] { fries } });
        var taken = (await CaptureAsync(payment))["payment"]!;
        Assert.Equal(("CAPTURED", 1350), (taken.Text("status"), taken["amount"]!.Number("minorUnits")));
        Assert.Equal(("PAID", 0), (taken["order"]!.Text("paymentStatus"), taken["order"]!["balance"]!.Number("minorUnits")));
    }

    [Fact]
    public async Task Where_nothing_is_to_be_paid_any_more_nothing_is_taken()
    {
        var id = await app.PlaceAsync(Steps.Pizza, Steps.Fries);
        var first = await PromiseAsync(id, 10m);
        var second = await PromiseAsync(id, 9.98m);
        var pizza = (await app.OrderAsync(id))["lines"]!.AsArray().Single(line => line!.Text("dishName") == "Margherita Pizza")!.Text("id");
        await app.WithOrderAsync("voidOrderLines", id, new { lineIds = new[] { pizza } });
        Assert.Empty((await CaptureAsync(first)).Codes());
        Assert.Equal(["AMOUNT_TOO_HIGH"], (await CaptureAsync(second)).Codes());
        var order = await app.OrderAsync(id);
        Assert.Equal((648, 0), (order["paid"]!.Number("minorUnits"), order["balance"]!.Number("minorUnits")));
    }

    private async Task<string> PromiseAsync(string id, decimal amount) => (await app.PayAsync(id, amount, authorizeOnly: true))["payment"]!.Text("id");

    private Task<JsonNode> CaptureAsync(string payment) =>
        app.MutateAsync("capturePayment", new { idempotencyKey = Guid.NewGuid(), paymentId = payment }, $"payment {{ status amount {{ minorUnits }} order {{ {Evening.OrderFields} }} }}");

    private async Task AssertGivenUpAsync(string id, string payment)
    {
        var order = await app.OrderAsync(id, "paymentStatus paid { minorUnits } balance { minorUnits } history { nodes { change } }");
        Assert.Equal(("UNPAID", 0, 0), (order.Text("paymentStatus"), order["paid"]!.Number("minorUnits"), order["balance"]!.Number("minorUnits")));
        Assert.Equal("PAYMENT", order["history"]!["nodes"]!.AsArray()[^1]!.Text("change"));
        var states = (await app.Client.QueryAsync("query($id: ID!) { payments(where: { order: { id: { eq: $id } } }) { nodes { status } } }", new { id }))["payments"]!["nodes"]!.AsArray();
        Assert.Equal(["VOIDED"], states.Select(state => state!.Text("status")));
        Assert.Equal(["PAYMENT_ACTION_NOT_ALLOWED"], (await CaptureAsync(payment)).Codes());
    }
}
