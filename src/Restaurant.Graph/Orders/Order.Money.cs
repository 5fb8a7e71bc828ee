using System.Linq.Expressions;
using GraphQL;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Money;
using Restaurant.Graph.Platform.Mutations;

namespace Restaurant.Graph.Orders;

/// <content>What it costs, and what of that is paid.</content>
public sealed partial class Order
{
    /// <summary>The sum of the lines that were not called off, before tax.</summary>
    public Money Subtotal { get; private set; }

    /// <summary>What a manager has taken off that sum.</summary>
    public Money Discount { get; private set; }

    /// <summary>Why; null if nothing was taken off, or it was not said.</summary>
    public string? DiscountReason { get; private set; }

    /// <summary>The part that is taken off, in basis points; null where it is an amount, or nothing.</summary>
    [Ignore]
    public int? DiscountBasisPoints { get; private set; }

    /// <summary>The amount that is taken off, in minor units, as far as the lines come to it; null where it is a part, or nothing.</summary>
    [Ignore]
    public long? DiscountMinorUnits { get; private set; }

    /// <summary>The tax: for each rate that of the sum of its lines without their share of the discount, rounded half away from zero.</summary>
    public Money Tax { get; private set; }

    /// <summary>The tax rate by rate, the lowest first.</summary>
    [ListSize(3)]
    public static Expression<Func<Order, IEnumerable<TaxShare>>> Taxes { get; } = order => TaxShare.Read(order.TaxShares);

    /// <summary>What `taxes` shows, as it is stored.</summary>
    [Ignore]
    public string TaxShares { get; private set; } = "[]";

    /// <summary>What is charged for service at the table, not taxed.</summary>
    public Money ServiceCharge { get; private set; }

    /// <summary>What rounding the total adds or, negative, takes off.</summary>
    public Money Rounding { get; private set; }

    /// <summary>`subtotal` without `discount`, and `tax`, `serviceCharge` and `rounding`.</summary>
    public Money Total { get; private set; }

    /// <summary>How far it is paid: see each value for how that follows from the total and the payments.</summary>
    public PaymentStatus PaymentStatus { get; private set; }

    /// <summary>What was paid, without tips and without what was paid back.</summary>
    public Money Paid { get; private set; }

    /// <summary>What is still to be paid; negative if it is owed to the guest. Of an order that was called off only what was served before is to be paid.</summary>
    public Money Balance { get; private set; }

    /// <summary>What is promised and not taken yet.</summary>
    [Ignore]
    public Money Authorized { get; private set; }

    /// <summary>What of all that was paid was paid back.</summary>
    [Ignore]
    public Money Refunded { get; private set; }

    /// <summary>What of its payments the provider has not answered yet.</summary>
    [Ignore]
    public Money Pending { get; private set; }

    /// <summary>The charge for service as it was when it was placed, in basis points.</summary>
    [Ignore]
    public required int ServiceBasisPoints { get; init; }

    /// <summary>To how many minor units the total is rounded, as it was when it was placed.</summary>
    [Ignore]
    public required int RoundTo { get; init; }

    /// <summary>Takes note of what all its payments come to.</summary>
    /// <param name="authorized">What is promised and not taken yet.</param>
    /// <param name="captured">What was taken, without tips.</param>
    /// <param name="refunded">What of that was paid back.</param>
    /// <param name="pending">What providers have not answered yet.</param>
    /// <param name="now">The time.</param>
    internal void Collect(Money authorized, Money captured, Money refunded, Money pending, DateTimeOffset now)
    {
        (Authorized, Pending, Refunded, Paid) = (authorized, pending, refunded, captured - refunded);
        Balanced();
        Record(Status, now, OrderChange.Payment);
        Settle(now);
    }

    /// <summary>Takes something off it, in the place of what was taken off before.</summary>
    internal Outcome<Order> Reduce(Discount discount, string? reason, DateTimeOffset now)
    {
        if (OrderStates.Table.Next(Status, OrderAction.Discount) is null)
        {
            return OrderClosedError.Of();
        }

        (DiscountBasisPoints, DiscountMinorUnits, DiscountReason) = discount.IsNothing ? (null, null, null) : (discount.BasisPoints, discount.Amount?.MinorUnits, reason);
        Reckon();
        Record(Status, now, OrderChange.Discount);
        Settle(now);
        return this;
    }

    // The one place where parts and payments meet: whatever changes one of them comes by here.
    private void Reckon()
    {
        var discount = new Discount(DiscountBasisPoints, DiscountMinorUnits is { } units ? new Money(units) : null);
        var bill = Bill.Of(ActiveLines, new BillTerms(ServiceBasisPoints, RoundTo), discount);
        (Subtotal, Discount, Tax, TaxShares) = (bill.Subtotal, bill.Discount, bill.Tax, TaxShare.Write(bill.Taxes));
        (ServiceCharge, Rounding, Total) = (bill.ServiceCharge, bill.Rounding, bill.Total);
        Balanced();
    }

    private void Balanced() => (Balance, PaymentStatus) = (Total - Paid, PaymentStatusRule.Of(Total, Authorized, Paid, Refunded));

    // What is handed over and paid is done with.
    private void Settle(DateTimeOffset now)
    {
        if (Balance == Money.Zero && OrderStates.Table.Next(Status, OrderAction.Complete) is { } next)
        {
            Record(Move(next), now);
        }
    }
}
