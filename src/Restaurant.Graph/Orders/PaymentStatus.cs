using Restaurant.Graph.Platform.Money;

namespace Restaurant.Graph.Orders;

/// <summary>How far an order is paid. It follows from its total and its payments, whichever of them has changed last.</summary>
public enum PaymentStatus
{
    /// <summary>Nothing was ever taken, and nothing is promised.</summary>
    Unpaid,

    /// <summary>Nothing was ever taken, and some money is promised.</summary>
    Authorized,

    /// <summary>Some of it is paid, and nothing was paid back.</summary>
    PartiallyPaid,

    /// <summary>What was taken and not paid back is just the total, or more of which nothing was paid back yet.</summary>
    Paid,

    /// <summary>Some of what was paid was paid back, and what is left of it is not the total.</summary>
    PartiallyRefunded,

    /// <summary>All of what was paid was paid back.</summary>
    Refunded,
}

/// <summary>How the status of payment follows.</summary>
internal static class PaymentStatusRule
{
    /// <summary>The status that sums make.</summary>
    /// <param name="total">What the order comes to.</param>
    /// <param name="authorized">What is promised and not taken yet.</param>
    /// <param name="paid">What was taken and not paid back.</param>
    /// <param name="refunded">What was paid back.</param>
    public static PaymentStatus Of(Money total, Money authorized, Money paid, Money refunded) =>
        paid == Money.Zero ? refunded != Money.Zero ? PaymentStatus.Refunded : authorized != Money.Zero ? PaymentStatus.Authorized : PaymentStatus.Unpaid
        : paid == total ? PaymentStatus.Paid
        : refunded != Money.Zero ? PaymentStatus.PartiallyRefunded
        : paid.MinorUnits > total.MinorUnits ? PaymentStatus.Paid
        : PaymentStatus.PartiallyPaid;
}
