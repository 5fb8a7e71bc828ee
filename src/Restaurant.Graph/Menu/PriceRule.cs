using System.Linq.Expressions;
using GraphQL;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Localization;
using Restaurant.Graph.Platform.Money;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Menu;

/// <summary>
/// Another price in a part of the day: a happy hour, a charge late at night. It is for a category, a dish, or everything. Of all that hold for a
/// dish at a time only one counts, which is the one with the lowest price.
/// </summary>
public sealed class PriceRule : INode, IPositioned
{
    private readonly List<PriceWindow> _windows = [];
    private readonly List<Translation> _translations = [];

    /// <summary>The primary key.</summary>
    public long Id { get; private set; }

    /// <summary>The key in the menu file.</summary>
    public required string Key { get; init; }

    /// <inheritdoc />
    [Ignore]
    public int Position { get; private set; }

    /// <summary>The name, for the guest.</summary>
    [Translated]
    public string Name { get; private set; } = "";

    /// <summary>When it holds.</summary>
    [ListSize(7)]
    public IReadOnlyList<PriceWindow> Windows => _windows;

    /// <summary>The category that it is for; null where it is for a dish or for everything.</summary>
    public Category? Category { get; private set; }

    /// <summary>The key of <see cref="Category"/>.</summary>
    public long? CategoryId { get; private set; }

    /// <summary>The dish that it is for; null where it is for a category or for everything.</summary>
    public Dish? Dish { get; private set; }

    /// <summary>The key of <see cref="Dish"/>.</summary>
    public long? DishId { get; private set; }

    /// <summary>What it adds to a price in basis points, hundredths of a percent; null where it adds an amount.</summary>
    [Ignore]
    public int? BasisPoints { get; private set; }

    /// <summary>What it adds to a price in minor units; null where it adds a part of the price.</summary>
    [Ignore]
    public long? MinorUnits { get; private set; }

    /// <summary>What it adds to a price, in percent of the price, from -100 to 100; negative: it is cheaper; null where it adds an `amount`.</summary>
    public static Expression<Func<PriceRule, decimal?>> Percent { get; } = rule => PercentOf(rule.BasisPoints);

    /// <summary>What it adds to a price; negative: it is cheaper; null where it adds a `percent` of the price.</summary>
    public static Expression<Func<PriceRule, Money?>> Amount { get; } = rule => AmountOf(rule.MinorUnits);

    /// <summary>What it is called in other languages.</summary>
    [ListSize(5)]
    public IReadOnlyList<Translation> Translations => _translations;

    /// <summary>Whether it holds for a dish at a time of <see cref="RestaurantClock.ServingTime"/>.</summary>
    public bool HoldsFor(Dish dish, DateTime local) =>
        (CategoryId ?? dish.CategoryId) == dish.CategoryId && (DishId ?? dish.Id) == dish.Id && _windows.Exists(window => window.Contains(local));

    /// <summary>What it adds to a price: half a minor unit is rounded away from zero, and no price falls below zero.</summary>
    public Money AdjustmentOf(Money price)
    {
        var added = BasisPoints is { } rate ? price.AtRate(rate) : new Money(MinorUnits ?? 0);
        return new Money(Math.Max(added.MinorUnits, -price.MinorUnits));
    }

    /// <summary>One that a manager adds.</summary>
    internal static PriceRule New(string key, long? categoryId, long? dishId, int position) =>
        new() { Key = key, CategoryId = categoryId, DishId = dishId, Position = position };

    /// <summary>Takes over what is said, and leaves the rest.</summary>
    internal PriceRule Apply(PriceRuleEdit edit)
    {
        Name = edit.Name ?? Name;
        if (edit.BasisPoints is not null || edit.Amount is not null)
        {
            (BasisPoints, MinorUnits) = (edit.BasisPoints, edit.Amount?.MinorUnits);
        }

        _windows.SetTo(edit.Windows, static (day, opens, closes) => new PriceWindow { Day = day, Opens = opens, Closes = closes });
        _translations.SetTo(edit.Translations);
        return this;
    }

    internal PriceRule Update(PriceRuleEntry entry, long? categoryId, long? dishId, int position)
    {
        (CategoryId, DishId, Position) = (categoryId, dishId, position);
        return Apply(new PriceRuleEdit
        {
            Name = entry.Name,
            Windows = entry.Windows,
            BasisPoints = entry.BasisPoints,
            Amount = entry.Amount,
            Translations = entry.Translations,
        });
    }

    internal static decimal? PercentOf(int? basisPoints) => basisPoints / 100m;

    internal static Money? AmountOf(long? minorUnits) => minorUnits is { } units ? new Money(units) : null;
}
