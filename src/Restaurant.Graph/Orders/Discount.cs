using Restaurant.Graph.Platform.Money;

namespace Restaurant.Graph.Orders;

/// <summary>What a manager takes off an order: a part of the sum of its lines, or an amount, of which one is null.</summary>
/// <param name="BasisPoints">The part, in basis points.</param>
/// <param name="Amount">The amount.</param>
internal sealed record Discount(int? BasisPoints, Money? Amount)
{
    /// <summary>Whether it takes nothing off.</summary>
    public bool IsNothing => BasisPoints is null or 0 && (Amount is null || Amount == Money.Zero);

    /// <summary>What it takes off lines that come to so much: half a minor unit is rounded away from zero, and never more than they come to.</summary>
    public Money Of(Money subtotal) => BasisPoints is { } rate ? subtotal.AtRate(rate) : new Money(Math.Min(Amount?.MinorUnits ?? 0, subtotal.MinorUnits));
}
