using Restaurant.Graph.Orders;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Money;

namespace Restaurant.Graph.Payments;

/// <summary>What a guest takes home: what was ordered, what it came to, and how it was paid.</summary>
public sealed record Receipt
{
    /// <summary>The name over the door.</summary>
    public required string RestaurantName { get; init; }

    /// <summary>The number of the order.</summary>
    public required int OrderNumber { get; init; }

    /// <summary>When it was placed.</summary>
    public required DateTimeOffset PlacedAt { get; init; }

    /// <summary>The table; null if it was for none.</summary>
    public required string? Table { get; init; }

    /// <summary>What was ordered and not called off.</summary>
    [ListSize(6)]
    public required IReadOnlyList<QuoteLine> Lines { get; init; }

    /// <summary>The sum of the lines, before tax.</summary>
    public required Money Subtotal { get; init; }

    /// <summary>What was taken off that sum.</summary>
    public required Money Discount { get; init; }

    /// <summary>The tax rate by rate, the lowest first.</summary>
    [ListSize(3)]
    public required IReadOnlyList<TaxShare> Taxes { get; init; }

    /// <summary>What was charged for service, not taxed.</summary>
    public required Money ServiceCharge { get; init; }

    /// <summary>What rounding the total added or, negative, took off.</summary>
    public required Money Rounding { get; init; }

    /// <summary>`subtotal` without `discount`, and `taxes`, `serviceCharge` and `rounding`.</summary>
    public required Money Total { get; init; }

    /// <summary>How it was paid, the first first.</summary>
    [ListSize(3)]
    public required IReadOnlyList<ReceiptPayment> Payments { get; init; }

    /// <summary>What is still to be paid; negative if it is owed to the guest.</summary>
    public required Money Balance { get; init; }
}

/// <summary>A payment on a receipt.</summary>
public sealed record ReceiptPayment
{
    /// <summary>How.</summary>
    public required PaymentMethod Method { get; init; }

    /// <summary>What of the order it paid.</summary>
    public required Money Amount { get; init; }

    /// <summary>What was given beside that.</summary>
    public required Money Tip { get; init; }

    /// <summary>What of the amount was paid back.</summary>
    public required Money Refunded { get; init; }
}
