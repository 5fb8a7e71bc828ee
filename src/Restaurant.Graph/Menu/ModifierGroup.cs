using GraphQL;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Localization;
using Restaurant.Graph.Platform.Money;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Menu;

/// <summary>A choice that comes with a dish: a side, how it is cooked, extra toppings.</summary>
public sealed class ModifierGroup : INode, IPositioned
{
    private readonly List<Translation> _translations = [];
    private readonly List<Modifier> _modifiers = [];

    /// <summary>The primary key.</summary>
    public long Id { get; private set; }

    /// <summary>The key in the menu file.</summary>
    public required string Key { get; init; }

    /// <inheritdoc />
    [Ignore]
    public int Position { get; private set; }

    /// <summary>What the guest is asked.</summary>
    [Translated]
    public string Name { get; private set; } = "";

    /// <summary>How many have to be chosen at the least; 0 where the choice is free.</summary>
    public int MinSelections { get; private set; }

    /// <summary>How many can be chosen at the most.</summary>
    public int MaxSelections { get; private set; }

    /// <summary>What there is to choose from.</summary>
    [ListSize(6)]
    public IReadOnlyList<Modifier> Modifiers => _modifiers;

    /// <summary>What it is called in other languages.</summary>
    [ListSize(5)]
    public IReadOnlyList<Translation> Translations => _translations;

    /// <summary>One that a manager adds.</summary>
    internal static ModifierGroup New(CreateModifierGroupInput input, IEnumerable<Modifier> modifiers, int position)
    {
        var group = new ModifierGroup { Key = input.Key, Name = input.Name, MinSelections = input.MinSelections, MaxSelections = input.MaxSelections, Position = position };
        group._modifiers.AddRange(modifiers);
        return group;
    }

    /// <summary>Adds one to choose from, as the last.</summary>
    internal Modifier Add(ModifierInput input, Money priceDelta)
    {
        var modifier = Modifier.New(input, priceDelta, _modifiers.Select(static known => known.Position).DefaultIfEmpty(-1).Max() + 1);
        _modifiers.Add(modifier);
        return modifier;
    }

    /// <summary>Takes one away for good; orders that have it keep its name and price.</summary>
    internal void Remove(Modifier modifier) => _modifiers.Remove(modifier);

    /// <summary>Takes over what is said, and leaves the rest.</summary>
    internal ModifierGroup Edit(EditModifierGroupInput input)
    {
        (Name, MinSelections, MaxSelections) = (input.Name ?? Name, input.MinSelections ?? MinSelections, input.MaxSelections ?? MaxSelections);
        return this;
    }

    /// <summary>Takes over what it is called in other languages; leaves that where nothing is said.</summary>
    internal ModifierGroup Translate(IReadOnlyList<TranslationEntry>? translations)
    {
        _translations.SetTo(translations);
        return this;
    }

    internal ModifierGroup Update(ModifierGroupEntry entry, IReadOnlyDictionary<string, Station> stations, int position)
    {
        (Name, MinSelections, MaxSelections, Position) = (entry.Name, entry.MinSelections, entry.MaxSelections, position);
        _modifiers.Merge(
            entry.Modifiers,
            static modifier => modifier.Key,
            static kept => kept.Key,
            static added => new Modifier { Key = added.Key },
            (modifier, kept, index) => modifier.Update(kept, kept.Station is null ? null : stations[kept.Station], index));
        return Translate(entry.Translations);
    }
}
