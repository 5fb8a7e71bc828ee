using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Money;

namespace Restaurant.Graph.Orders;

/// <summary>A dish as somebody has chosen it.</summary>
/// <param name="Dish">The dish.</param>
/// <param name="Size">The size; null where it comes in one only.</param>
/// <param name="Modifiers">What was chosen with it.</param>
/// <param name="Adjustment">What a price rule makes of its price at this moment; null if none holds.</param>
internal sealed record DishChoice(Dish Dish, DishSize? Size, IReadOnlyList<Modifier> Modifiers, PriceAdjustment? Adjustment)
{
    /// <summary>The price of one, before modifiers, price rules and tax.</summary>
    public Money Price => Size?.Price ?? Dish.Price;

    /// <summary>
    /// What each modifier adds to the price of one. Those that make it cheaper take off, in their order, at most what the price, the price rule and
    /// the dearer ones leave: no line falls below zero.
    /// </summary>
    public IReadOnlyList<Money> Deltas
    {
        get
        {
            var left = Price.MinorUnits + (Adjustment?.Amount.MinorUnits ?? 0) + Modifiers.Sum(static modifier => Math.Max(0, modifier.PriceDelta.MinorUnits));
            var deltas = new List<Money>();
            foreach (var added in Modifiers.Select(static modifier => modifier.PriceDelta.MinorUnits))
            {
                var delta = Math.Max(added, -left);
                left += Math.Min(0, delta);
                deltas.Add(new Money(delta));
            }

            return deltas;
        }
    }
}
