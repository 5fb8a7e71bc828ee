using Restaurant.Graph.Orders;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Payments;

/// <summary>What is paid of an order.</summary>
public sealed record PayOrderInput : IIdempotentInput
{
    /// <summary>A new UUID for each new payment; the same again when the same is sent again, which then is made once.</summary>
    public required Guid IdempotencyKey { get; init; }

    /// <summary>The order.</summary>
    public required Id<Order> OrderId { get; init; }

    /// <summary>How much of it, at most its balance.</summary>
    public required decimal Amount { get; init; }

    /// <summary>What is given beside that; nothing by default.</summary>
    public decimal? Tip { get; init; }

    /// <summary>How.</summary>
    public required PaymentMethod Method { get; init; }

    /// <summary>The seat that pays, from 1 to 50; without it, for all at the table.</summary>
    public int? Seat { get; init; }

    /// <summary>Whether the money is only promised, to be taken by `capturePayment`; not by default.</summary>
    public bool? AuthorizeOnly { get; init; }
}

/// <summary>Something that is done with a payment.</summary>
public abstract record PaymentInput : IIdempotentInput
{
    /// <summary>A new UUID for each new thing to do; the same again when the same is sent again, which then is done once.</summary>
    public required Guid IdempotencyKey { get; init; }

    /// <summary>The payment.</summary>
    public required Id<Payment> PaymentId { get; init; }
}

/// <summary>Of which payment to take the money.</summary>
public sealed record CapturePaymentInput : PaymentInput;

/// <summary>Which payment to give up.</summary>
public sealed record VoidPaymentInput : PaymentInput;

/// <summary>What to pay back, and why.</summary>
public sealed record RefundPaymentInput : PaymentInput
{
    /// <summary>How much, at most what is left of the payment.</summary>
    public required decimal Amount { get; init; }

    /// <summary>Why, from 1 to 500 characters.</summary>
    public required string Reason { get; init; }
}
