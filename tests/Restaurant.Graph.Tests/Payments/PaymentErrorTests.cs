using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Graph.Payments;
using Restaurant.Graph.Platform.Money;
using Restaurant.Graph.Tests.Support;
using Snapshooter;
using Snapshooter.Xunit;

namespace Restaurant.Graph.Tests.Payments;

/// <summary>What cannot be paid, or paid back, is a typed error.</summary>
public sealed class PaymentErrorTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 0)]
    [InlineData(1.005, 0)]
    [InlineData(1, -1)]
    [InlineData(1000, 0)]
    public async Task An_amount_that_cannot_be_is_a_typed_error(decimal amount, decimal tip) => Snapshot.Match(
        Text(await app.PayAsync(await app.PlaceAsync(Steps.Pizza), amount, tip)), SnapshotNameExtension.Create($"{amount}_{tip}".Replace('-', 'm').Replace('.', 'p')));

    [Theory]
    [InlineData("capturePayment", 0)]
    [InlineData("voidPayment", 0)]
    [InlineData("refundPayment", 6)]
    [InlineData("refundPayment", 0)]
    public async Task What_cannot_be_done_with_a_payment_is_a_typed_error(string mutation, decimal amount)
    {
        var payment = (await app.PayAsync(await app.PlaceAsync(Steps.Pizza), 5m))["payment"]!["id"]!.GetValue<string>();
        Snapshot.Match(Text(await WithAsync(app, mutation, payment, amount)), SnapshotNameExtension.Create(mutation, amount));
    }

    [Theory]
    [InlineData(-999)]
    [InlineData(0)]
    [InlineData(51)]
    public async Task A_seat_that_no_table_has_is_a_typed_error(int seat) => Snapshot.Match(
        Text(await app.MutateAsync(
            "payOrder", new { idempotencyKey = Guid.NewGuid(), orderId = await app.PlaceAsync(Steps.Pizza), amount = 1, method = "CASH", seat }, "payment { seat } errors { ... on OutOfBoundsError { min max } }")),
        SnapshotNameExtension.Create($"{seat}".Replace('-', 'm')));

    [Fact]
    public async Task A_payment_that_is_not_there_is_a_typed_error() =>
        Snapshot.Match(Text(await WithAsync(app, "voidPayment", Ids.Of("Payment", 999_999), 0)));

    [Fact]
    public async Task A_provider_that_refuses_leaves_a_payment_that_failed_and_money_that_is_not_paid_back()
    {
        var own = await RestaurantApp.OpenAsync(services => services.AddSingleton<IPaymentProvider>(new Terminal()), RestaurantApp.AlwaysOpen);
        var id = await own.PlaceAsync(Steps.Pizza);
        var refused = (await PayAsync(own, id, 6.66m))["payment"]!;
        Assert.Equal(("FAILED", "UNPAID"), (refused["status"]!.GetValue<string>(), refused["order"]!["paymentStatus"]!.GetValue<string>()));
        var waiting = (await PayAsync(own, id, 7.77m))["payment"]!;
        Assert.Equal("PENDING", waiting["status"]!.GetValue<string>());
        var taken = (await PayAsync(own, id, 5m))["payment"]!["id"]!.GetValue<string>();
        Snapshot.Match(Text(await WithAsync(own, "refundPayment", taken, 5)));
        Assert.Equal(500, (await own.OrderAsync(id))["paid"]!["minorUnits"]!.GetValue<long>());
        await own.DisposeAsync();
    }

    private static Task<JsonNode> PayAsync(RestaurantApp app, string order, decimal amount) => app.MutateAsync(
        "payOrder", new { idempotencyKey = Guid.NewGuid(), orderId = order, amount, method = "COUNTER" }, "payment { id status order { paymentStatus } }");

    private static Task<JsonNode> WithAsync(RestaurantApp app, string mutation, string payment, decimal amount) => app.MutateAsync(
        mutation,
        mutation == "refundPayment" ? new { idempotencyKey = Guid.NewGuid(), paymentId = payment, amount, reason = "Cold" } : new { idempotencyKey = Guid.NewGuid(), paymentId = payment },
        "payment { status }");

    private static string Text(JsonNode payload) => payload.ToJsonString(new() { WriteIndented = true });

    // A terminal that refuses one amount, does not know about another, and pays nothing back.
    private sealed class Terminal : IPaymentProvider
    {
        public PaymentMethod Method => PaymentMethod.Counter;

        public Task<ProviderAnswer> AuthorizeAsync(Payment payment) => Task.FromResult(
            payment.Amount.MinorUnits switch { 666 => ProviderAnswer.Declined, 777 => ProviderAnswer.Later, _ => new ProviderAnswer(true, "T-1") });

        public Task<ProviderAnswer> CaptureAsync(Payment payment) => Task.FromResult(ProviderAnswer.Approved);

        public Task<ProviderAnswer> VoidAsync(Payment payment) => Task.FromResult(ProviderAnswer.Declined);

        public Task<ProviderAnswer> RefundAsync(Payment payment, Money amount) => Task.FromResult(ProviderAnswer.Declined);
    }
}
