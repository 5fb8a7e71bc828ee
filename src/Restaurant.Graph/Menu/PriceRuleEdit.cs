using Restaurant.Graph.Platform.Money;

namespace Restaurant.Graph.Menu;

/// <summary>What becomes of a price rule, found right: null is what stays as it is.</summary>
internal sealed record PriceRuleEdit
{
    public string? Name { get; init; }

    public IReadOnlyList<WindowEntry>? Windows { get; init; }

    /// <summary>Takes the place of an amount.</summary>
    public int? BasisPoints { get; init; }

    /// <summary>Takes the place of a percentage.</summary>
    public Money? Amount { get; init; }

    public IReadOnlyList<TranslationEntry>? Translations { get; init; }
}
