namespace Restaurant.Graph.Tests.Support;

/// <summary>A dish, its size where one is asked for, the modifiers that go with it and how many of it, by chance.</summary>
internal sealed record CartLine(DishView Dish, SizeView? Size, IReadOnlyList<ModifierView> Modifiers, int Quantity, int Percent100)
{
    /// <summary>What one costs before modifiers, in minor units.</summary>
    public long UnitPrice => (Size?.Price ?? Dish.Price).MinorUnits;

    /// <summary>What the line costs where no price rule holds, in minor units.</summary>
    public long Total => (UnitPrice + Modifiers.Sum(modifier => modifier.PriceDelta.MinorUnits)) * Quantity;

    /// <summary>The line as a client orders it.</summary>
    public object Input => new { dishId = Dish.Id, sizeId = Size?.Id, quantity = Quantity, modifierIds = Modifiers.Select(modifier => modifier.Id) };
}

/// <summary>Carts by chance, and what they have to cost.</summary>
internal sealed record Cart(IReadOnlyList<CartLine> Lines)
{
    /// <summary>The sum of the lines.</summary>
    public long Subtotal => Lines.Sum(line => line.Total);

    /// <summary>The tax of each rate, half a minor unit away from zero, in whole numbers alone.</summary>
    public long Tax => Lines.GroupBy(line => line.Percent100).Sum(rate => Rounded(rate.Sum(line => line.Total) * rate.Key));

    /// <summary>A cart of up to so many lines that breaks no rule.</summary>
    public static Cart Of(Random random, IReadOnlyList<DishView> dishes, Func<DishView, int> percent100, int maxLines) => new(
        [.. Enumerable.Range(0, random.Next(1, maxLines + 1)).Select(_ => Line(random, dishes[random.Next(dishes.Count)], percent100))]);

    private static CartLine Line(Random random, DishView dish, Func<DishView, int> percent100) => new(
        dish,
        dish.Sizes.Count == 0 ? null : dish.Sizes.ElementAtOrDefault(random.Next(dish.Sizes.Count + 1)),
        [.. dish.ModifierGroups.SelectMany(group => Choice(random, group))],
        random.Next(10) == 0 ? random.Next(1, 100) : random.Next(1, 5),
        percent100(dish));

    private static IEnumerable<ModifierView> Choice(Random random, ModifierGroupView group)
    {
        var modifiers = group.Modifiers.ToArray();
        random.Shuffle(modifiers);
        return modifiers.Take(random.Next(group.MinSelections, group.MaxSelections + 1));
    }

    private static long Rounded(long tenThousandths) =>
        (Math.Abs(tenThousandths) + 5_000) / 10_000 * Math.Sign(tenThousandths);
}
