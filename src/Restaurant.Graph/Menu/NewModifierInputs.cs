using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Menu;

/// <summary>A new thing to choose from.</summary>
public abstract record ModifierInput
{
    /// <summary>The key in the menu file, which no other of the group has: 1 to 60 of a to z, 0 to 9 and hyphen.</summary>
    public required string Key { get; init; }

    /// <summary>The name, 1 to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>What it adds to the price of one dish, in the currency's own unit: at most 100,000, and it takes no more off than the cheapest dish that comes with it costs.</summary>
    public required decimal PriceDelta { get; init; }

    /// <summary>Whether a front-end offers it as chosen already; not unless it is said.</summary>
    public bool? IsDefault { get; init; }

    /// <summary>The station that has a part in a dish with it, beside that of the dish.</summary>
    public Id<Station>? StationId { get; init; }

    /// <summary>The allergens that it adds to those of the dish.</summary>
    public IReadOnlyList<Allergen>? Allergens { get; init; }

    /// <summary>All its names in other languages.</summary>
    public IReadOnlyList<NameTranslationInput>? Translations { get; init; }
}

/// <summary>One of the things to choose from in a new group.</summary>
public sealed record NewModifierInput : ModifierInput;

/// <summary>A new thing to choose from in a group that there is.</summary>
public sealed record CreateModifierInput : ModifierInput
{
    /// <summary>The group.</summary>
    public required Id<ModifierGroup> ModifierGroupId { get; init; }
}

/// <summary>A new choice, which comes with a dish once `editDish` says so.</summary>
public sealed record CreateModifierGroupInput
{
    /// <summary>The key in the menu file, which no other group has: 1 to 60 of a to z, 0 to 9 and hyphen.</summary>
    public required string Key { get; init; }

    /// <summary>What the guest is asked, 1 to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>How many have to be chosen at the least, from 0 to `maxSelections`.</summary>
    public required int MinSelections { get; init; }

    /// <summary>How many can be chosen at the most, from 1 to 20, and no more than there are.</summary>
    public required int MaxSelections { get; init; }

    /// <summary>What there is to choose from, in its order.</summary>
    public required IReadOnlyList<NewModifierInput> Modifiers { get; init; }

    /// <summary>All its names in other languages.</summary>
    public IReadOnlyList<NameTranslationInput>? Translations { get; init; }
}

/// <summary>What there is to choose no longer.</summary>
public sealed record RetireModifierInput
{
    /// <summary>The modifier.</summary>
    public required Id<Modifier> ModifierId { get; init; }
}
