using Restaurant.Graph.Platform.Money;

namespace Restaurant.Graph.Orders;

/// <summary>By what an order is reckoned, as it was when it was placed.</summary>
/// <param name="ServiceBasisPoints">What is charged for service, in basis points of the subtotal.</param>
/// <param name="RoundTo">To how many minor units the total is rounded.</param>
public sealed record BillTerms(int ServiceBasisPoints, int RoundTo);

/// <summary>What lines come to: each cent of the total is in one of its parts.</summary>
/// <param name="Subtotal">The sum of the lines.</param>
/// <param name="Taxes">The tax of each rate, of the sum of its lines, rounded half away from zero.</param>
/// <param name="ServiceCharge">The charge for service, rounded half away from zero.</param>
/// <param name="Rounding">What rounding the total adds or, negative, takes off.</param>
public sealed record Bill(Money Subtotal, IReadOnlyList<TaxShare> Taxes, Money ServiceCharge, Money Rounding)
{
    /// <summary>The tax of all rates.</summary>
    public Money Tax => Taxes.Aggregate(Money.Zero, static (sum, share) => sum + share.Tax);

    /// <summary>The sum of all parts.</summary>
    public Money Total => Subtotal + Tax + ServiceCharge + Rounding;

    /// <summary>Adds lines up.</summary>
    public static Bill Of(IEnumerable<OrderLine> lines, BillTerms terms)
    {
        TaxShare[] taxes = [.. lines
            .GroupBy(static line => line.TaxBasisPoints, static line => line.LineTotal)
            .OrderBy(static rate => rate.Key)
            .Select(static rate => TaxShare.Of(rate.Key, rate.Aggregate(Money.Zero, static (sum, total) => sum + total)))];
        var subtotal = taxes.Aggregate(Money.Zero, static (sum, share) => sum + share.Net);
        var exact = new Bill(subtotal, taxes, subtotal.AtRate(terms.ServiceBasisPoints), Money.Zero);
        return exact with { Rounding = exact.Total.RoundedTo(terms.RoundTo) - exact.Total };
    }
}
