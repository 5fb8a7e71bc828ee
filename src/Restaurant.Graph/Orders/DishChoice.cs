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
}
