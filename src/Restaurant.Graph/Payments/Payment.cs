using Restaurant.Graph.Orders;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Money;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Payments;

/// <summary>How somebody pays.</summary>
public enum PaymentMethod
{
    /// <summary>With coins and notes.</summary>
    Cash,

    /// <summary>With the terminal on the counter, of which the staff sees whether it has gone through. No card number comes here.</summary>
    Counter,
}

/// <summary>Something that somebody pays of an order. One order may have several.</summary>
public sealed class Payment : INode
{
    private readonly List<Refund> _refunds = [];

    /// <summary>The primary key.</summary>
    public long Id { get; private set; }

    /// <summary>The order.</summary>
    public required Order Order { get; init; }

    /// <summary>The key of <see cref="Order"/>.</summary>
    public long OrderId { get; private set; }

    /// <summary>How.</summary>
    public required PaymentMethod Method { get; init; }

    /// <summary>What of the order it pays; where it was promised, and less was to be paid when it was taken, no more than that.</summary>
    public Money Amount { get; private set; }

    /// <summary>What is given beside that.</summary>
    public required Money Tip { get; init; }

    /// <summary>The seat that pays; null if it is not said.</summary>
    public int? Seat { get; init; }

    /// <summary>Where it stands.</summary>
    public PaymentState Status { get; private set; }

    /// <summary>Under what the provider knows it; null if it has no name for it.</summary>
    public string? Reference { get; private set; }

    /// <summary>When it was begun.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the money was taken; null if it was not.</summary>
    public DateTimeOffset? CapturedAt { get; private set; }

    /// <summary>What of `amount` was paid back.</summary>
    public Money Refunded { get; private set; }

    /// <summary>What was paid back, the oldest first.</summary>
    [ListSize(2)]
    public IReadOnlyList<Refund> Refunds => _refunds;

    /// <summary>Begins to pay some of an order.</summary>
    internal static Payment Of(Order order, PaymentMethod method, Money amount, Money tip, int? seat, DateTimeOffset now) =>
        new() { Order = order, Method = method, Amount = amount, Tip = tip, Seat = seat, CreatedAt = now };

    /// <summary>Pays no more of the order than there is to pay.</summary>
    internal void Limit(Money due) => Amount = new Money(Math.Min(Amount.MinorUnits, due.MinorUnits));

    /// <summary>Moves it, if the table allows it.</summary>
    internal Outcome<Payment> Do(PaymentAction action, string? reference, DateTimeOffset now)
    {
        if (PaymentStates.Table.Next(Status, action) is not { } next)
        {
            return PaymentActionNotAllowedError.Of(action, Status);
        }

        (Status, Reference) = (next, reference ?? Reference);
        CapturedAt = next == PaymentState.Captured ? now : CapturedAt;
        return this;
    }

    /// <summary>Pays some of it back.</summary>
    internal Outcome<Payment> Refund(Money amount, string reason, DateTimeOffset now)
    {
        if (PaymentStates.Table.Next(Status, PaymentAction.Refund) is null)
        {
            return PaymentActionNotAllowedError.Of(PaymentAction.Refund, Status);
        }

        if (amount.MinorUnits > (Amount - Refunded).MinorUnits)
        {
            return AmountTooHighError.Of(Amount - Refunded, "amount");
        }

        _refunds.Add(new Refund { Amount = amount, Reason = reason, CreatedAt = now });
        Refunded += amount;
        return this;
    }
}

/// <summary>Something that was paid back. It is never changed.</summary>
public sealed class Refund : INode
{
    /// <summary>The primary key.</summary>
    public long Id { get; private set; }

    /// <summary>How much.</summary>
    public required Money Amount { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
