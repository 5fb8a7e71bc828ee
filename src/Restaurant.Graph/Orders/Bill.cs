using Restaurant.Graph.Platform.Money;

namespace Restaurant.Graph.Orders;

/// <summary>By what an order is reckoned, as it was when it was placed.</summary>
/// <param name="ServiceBasisPoints">What is charged for service, in basis points of the subtotal.</param>
/// <param name="RoundTo">To how many minor units the total is rounded.</param>
public sealed record BillTerms(int ServiceBasisPoints, int RoundTo);

/// <summary>What lines come to: each cent of the total is in one of its parts.</summary>
/// <param name="Subtotal">The sum of the lines.</param>
/// <param name="Discount">What is taken off that sum, rounded half away from zero.</param>
/// <param name="Taxes">The tax of each rate, of the sum of its lines without their share of the discount, rounded half away from zero.</param>
/// <param name="ServiceCharge">The charge for service, of the sum without the discount, rounded half away from zero.</param>
/// <param name="Rounding">What rounding the total adds or, negative, takes off.</param>
public sealed record Bill(Money Subtotal, Money Discount, IReadOnlyList<TaxShare> Taxes, Money ServiceCharge, Money Rounding)
{
    /// <summary>The tax of all rates.</summary>
    public Money Tax => Taxes.Aggregate(Money.Zero, static (sum, share) => sum + share.Tax);

    /// <summary>The sum of all parts.</summary>
    public Money Total => Subtotal - Discount + Tax + ServiceCharge + Rounding;

    /// <summary>Adds lines up. The discount is divided among the rates by the sums of their lines, and what does not divide goes to the lowest, one minor unit each.</summary>
    internal static Bill Of(IEnumerable<OrderLine> lines, BillTerms terms, Discount discount)
    {
        (int Rate, Money Sum)[] rates = [.. lines
            .GroupBy(static line => line.TaxBasisPoints, static line => line.LineTotal)
            .OrderBy(static rate => rate.Key)
            .Select(static rate => (rate.Key, rate.Aggregate(Money.Zero, static (sum, total) => sum + total)))];
        var subtotal = rates.Aggregate(Money.Zero, static (sum, rate) => sum + rate.Sum);
        var off = discount.Of(subtotal);
        TaxShare[] taxes = [.. rates.Zip(off.Split([.. rates.Select(static rate => rate.Sum.MinorUnits)]), static (rate, part) => TaxShare.Of(rate.Rate, rate.Sum - part))];
        var exact = new Bill(subtotal, off, taxes, (subtotal - off).AtRate(terms.ServiceBasisPoints), Money.Zero);
        return exact with { Rounding = exact.Total.RoundedTo(terms.RoundTo) - exact.Total };
    }
}
