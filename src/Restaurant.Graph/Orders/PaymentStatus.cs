using Restaurant.Graph.Platform.Money;

namespace Restaurant.Graph.Orders;

/// <summary>How far an order is paid. It follows from its payments.</summary>
public enum PaymentStatus
{
    /// <summary>Nothing is paid.</summary>
    Unpaid,

    /// <summary>The money is promised and not taken yet.</summary>
    Authorized,

    /// <summary>Some of it is paid.</summary>
    PartiallyPaid,

    /// <summary>All of it is paid.</summary>
    Paid,

    /// <summary>Some of what was paid was paid back.</summary>
    PartiallyRefunded,

    /// <summary>All of what was paid was paid back.</summary>
    Refunded,
}

/// <summary>How the status of payment follows.</summary>
internal static class PaymentStatusRule
{
    /// <summary>The status that sums make.</summary>
    public static PaymentStatus Of(Money total, Money authorized, Money captured, Money refunded) =>
        refunded != Money.Zero ? refunded == captured ? PaymentStatus.Refunded : PaymentStatus.PartiallyRefunded
        : captured != Money.Zero ? captured.MinorUnits >= total.MinorUnits ? PaymentStatus.Paid : PaymentStatus.PartiallyPaid
        : authorized != Money.Zero ? PaymentStatus.Authorized
        : PaymentStatus.Unpaid;
}
