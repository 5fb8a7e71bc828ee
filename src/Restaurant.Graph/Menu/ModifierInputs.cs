using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Menu;

/// <summary>What becomes of a modifier group. What is left out stays as it is.</summary>
public sealed record EditModifierGroupInput
{
    /// <summary>The group.</summary>
    public required Id<ModifierGroup> ModifierGroupId { get; init; }

    /// <summary>What the guest is asked, 1 to 100 characters.</summary>
    public string? Name { get; init; }

    /// <summary>How many have to be chosen at the least, from 0 to `maxSelections`.</summary>
    public int? MinSelections { get; init; }

    /// <summary>How many can be chosen at the most, from 1 to 20, and no more than there are.</summary>
    public int? MaxSelections { get; init; }

    /// <summary>All its names in other languages, in the place of those that it has.</summary>
    public IReadOnlyList<NameTranslationInput>? Translations { get; init; }
}

/// <summary>What becomes of a modifier. What is left out stays as it is.</summary>
public sealed record EditModifierInput
{
    /// <summary>The modifier.</summary>
    public required Id<Modifier> ModifierId { get; init; }

    /// <summary>The name, 1 to 100 characters.</summary>
    public string? Name { get; init; }

    /// <summary>What it adds to the price of one dish, in the currency's own unit: at most 100,000, and it takes no more off than the cheapest dish that comes with it costs.</summary>
    public decimal? PriceDelta { get; init; }

    /// <summary>Whether a front-end offers it as chosen already. The defaults of a group are none, or as many as its bounds ask for.</summary>
    public bool? IsDefault { get; init; }

    /// <summary>The station that has a part in a dish with it, beside that of the dish.</summary>
    public Id<Station>? StationId { get; init; }

    /// <summary>Whether no station has.</summary>
    public bool? RemoveStation { get; init; }

    /// <summary>All the allergens that it adds to those of the dish.</summary>
    public IReadOnlyList<Allergen>? Allergens { get; init; }

    /// <summary>All its names in other languages, in the place of those that it has.</summary>
    public IReadOnlyList<NameTranslationInput>? Translations { get; init; }
}
