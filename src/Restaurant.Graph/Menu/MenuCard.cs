using Restaurant.Graph.Platform.Money;

namespace Restaurant.Graph.Menu;

/// <summary>What orders are checked against: the menus and all that is on them, as they are between two changes. To be read, and never tracked.</summary>
public sealed record MenuCard
{
    /// <summary>The menus with their windows and categories, in the order of the day.</summary>
    public required IReadOnlyList<DaypartMenu> Menus { get; init; }

    /// <summary>The dishes on it by key, with sizes, tax groups, modifier groups and modifiers.</summary>
    public required IReadOnlyDictionary<long, Dish> Dishes { get; init; }

    /// <summary>The modifiers that come with them, by key.</summary>
    public required IReadOnlyDictionary<long, Modifier> Modifiers { get; init; }

    /// <summary>The price rules with their windows, in the order of the menu file.</summary>
    public required IReadOnlyList<PriceRule> PriceRules { get; init; }

    /// <summary>The lowest price of the dishes, and of their sizes, that come with a modifier group; null if there is none.</summary>
    public Money? LowestPriceWith(ModifierGroup group) => Dishes.Values
        .Where(dish => dish.ModifierGroups.Any(offered => offered.Id == group.Id))
        .SelectMany(static dish => dish.Sizes.Select(static size => size.Price).DefaultIfEmpty(dish.Price))
        .OrderBy(static price => price.MinorUnits)
        .Select(static price => (Money?)price)
        .FirstOrDefault();

    /// <summary>The menus on offer at a time of <see cref="RestaurantClock.ServingTime"/>, in the order of the day.</summary>
    public IEnumerable<DaypartMenu> MenusAt(DateTime local) => Menus.Where(menu => menu.IsServedAt(local));

    /// <summary>
    /// The price rule that counts for a price of a dish (its own, or that of one of its sizes) at a time of
    /// <see cref="RestaurantClock.ServingTime"/>, and what it adds to that price; null if none holds. Of several it is the one that is best for
    /// the guest: the one with the lowest price, so that a rule which makes a dish dearer counts only where none makes it cheaper; of equals the first.
    /// </summary>
    public PriceAdjustment? AdjustmentOf(Dish dish, Money price, DateTime local) => PriceRules
        .Where(rule => rule.HoldsFor(dish, local))
        .Select(rule => new PriceAdjustment(rule, rule.AdjustmentOf(price)))
        .MinBy(static adjustment => adjustment.Amount.MinorUnits);
}

/// <summary>What a price rule makes of a price.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Amount">What it adds to the price; negative: the dish is cheaper. The price and it are never below zero.</param>
public sealed record PriceAdjustment(PriceRule Rule, Money Amount);
