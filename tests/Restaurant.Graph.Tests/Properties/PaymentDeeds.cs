using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Properties;

/// <summary>What people do with money.</summary>
internal static class PaymentDeeds
{
    /// <summary>All of it.</summary>
    public static IReadOnlyList<Deed> All { get; } =
    [
        new("payOrder", 14, sight => OrderDeeds.Order(sight, order => Pay(sight, order.Text("id"), order["balance"]!["amount"]!.GetValue<decimal>()), "FULFILLED", "READY", "IN_PREPARATION")),
        new("capturePayment", 2, sight => Settle(sight, "AUTHORIZED")),
        new("voidPayment", 1, sight => Settle(sight, "AUTHORIZED")),
        new("refundPayment", 3, sight => sight.Any("payments", "CAPTURED") is { } payment
            ? new { idempotencyKey = sight.Key(), paymentId = payment.Text("id"), amount = sight.Amount(20), reason = "Cold" }
            : null),
    ];

    private static object Pay(Sight sight, string order, decimal balance) => new
    {
        idempotencyKey = sight.Key(),
        orderId = order,
        method = sight.One("CASH", "COUNTER"),
        authorizeOnly = sight.Likely(33),
        amount = sight.Likely(60) ? Math.Max(0, balance) : sight.Amount(30),
        tip = sight.Amount(3),
        seat = sight.Random.Next(1, 4),
    };

    private static object? Settle(Sight sight, params string[] statuses) =>
        sight.Any("payments", statuses) is { } payment ? new { idempotencyKey = sight.Key(), paymentId = payment.Text("id") } : null;
}
