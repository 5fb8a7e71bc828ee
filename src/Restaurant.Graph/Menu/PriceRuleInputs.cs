using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Menu;

/// <summary>What a price rule adds to a price, and what it is called in other languages.</summary>
public abstract record PriceRuleInput
{
    /// <summary>What it adds to a price, in percent of the price, from -100 to 100 with at most two decimals; negative: it is cheaper. It takes the place of an `amount`; never both.</summary>
    public decimal? Percent { get; init; }

    /// <summary>What it adds to a price, from -100,000 to 100,000 in the currency's own unit; negative: it is cheaper. It takes the place of a `percent`; never both.</summary>
    public decimal? Amount { get; init; }

    /// <summary>All its names in other languages, in the place of any that it has.</summary>
    public IReadOnlyList<NameTranslationInput>? Translations { get; init; }
}

/// <summary>A new price rule.</summary>
public sealed record CreatePriceRuleInput : PriceRuleInput
{
    /// <summary>The key in the menu file, which no other price rule has: 1 to 60 of a to z, 0 to 9 and hyphen.</summary>
    public required string Key { get; init; }

    /// <summary>The name, for the guest, 1 to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>All the times at which it holds.</summary>
    public required IReadOnlyList<WeeklyWindowInput> Windows { get; init; }

    /// <summary>The category that it is for, and no `dishId` beside it; without both it is for everything.</summary>
    public Id<Category>? CategoryId { get; init; }

    /// <summary>The dish that it is for, and no `categoryId` beside it; without both it is for everything.</summary>
    public Id<Dish>? DishId { get; init; }
}

/// <summary>What becomes of a price rule. What is left out stays as it is, and so does what it is for.</summary>
public sealed record EditPriceRuleInput : PriceRuleInput
{
    /// <summary>The price rule.</summary>
    public required Id<PriceRule> PriceRuleId { get; init; }

    /// <summary>The name, for the guest, 1 to 100 characters.</summary>
    public string? Name { get; init; }

    /// <summary>All the times at which it holds; none: it holds no longer.</summary>
    public IReadOnlyList<WeeklyWindowInput>? Windows { get; init; }
}
