using GraphQL;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Localization;
using Restaurant.Graph.Platform.Money;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Menu;

/// <summary>One of the things to choose from in a modifier group.</summary>
public sealed class Modifier : INode, IPositioned
{
    private readonly List<Translation> _translations = [];

    /// <summary>The primary key.</summary>
    public long Id { get; private set; }

    /// <summary>The key in the menu file.</summary>
    public required string Key { get; init; }

    /// <inheritdoc />
    [Ignore]
    public int Position { get; private set; }

    /// <summary>The name.</summary>
    [Translated]
    public string Name { get; private set; } = "";

    /// <summary>What it adds to the price of one dish; may be nothing or negative.</summary>
    public Money PriceDelta { get; private set; }

    /// <summary>What it is called in other languages.</summary>
    [ListSize(5)]
    public IReadOnlyList<Translation> Translations => _translations;

    /// <summary>Whether it can be chosen now: there is enough of what it adds for one portion.</summary>
    public bool IsAvailable { get; private set; } = true;

    /// <summary>Whether a front-end offers it as chosen already. An order says all that is chosen: what it leaves out is not.</summary>
    public bool IsDefault { get; private set; }

    /// <summary>The allergens that it brings to the plate.</summary>
    public IReadOnlyList<Allergen> Allergens { get; private set; } = [];

    /// <summary>The station that has a part in a dish with it, beside that of the dish; null if none has.</summary>
    public Station? Station { get; private set; }

    /// <summary>The key of <see cref="Station"/>.</summary>
    public long? StationId { get; private set; }

    /// <summary>Notes whether there is enough to add it; says whether that is new. Whoever calls it tells of the change.</summary>
    internal bool SetSoldOut(bool isSoldOut)
    {
        var isNew = IsAvailable == isSoldOut;
        IsAvailable = !isSoldOut;
        return isNew;
    }

    /// <summary>One that a manager adds.</summary>
    internal static Modifier New(ModifierInput input, Money priceDelta, int position) => new()
    {
        Key = input.Key,
        Name = input.Name,
        PriceDelta = priceDelta,
        IsDefault = input.IsDefault is true,
        StationId = input.StationId?.Key,
        Allergens = [.. (input.Allergens ?? []).Distinct()],
        Position = position,
    };

    /// <summary>Takes over what is said, and leaves the rest.</summary>
    internal Modifier Edit(EditModifierInput input, Money? priceDelta)
    {
        (Name, PriceDelta, IsDefault) = (input.Name ?? Name, priceDelta ?? PriceDelta, input.IsDefault ?? IsDefault);
        Allergens = input.Allergens is { } allergens ? [.. allergens.Distinct()] : Allergens;
        StationId = input.RemoveStation is true ? null : input.StationId?.Key ?? StationId;
        return this;
    }

    /// <summary>Takes over what it is called in other languages; leaves that where nothing is said.</summary>
    internal Modifier Translate(IReadOnlyList<TranslationEntry>? translations)
    {
        _translations.SetTo(translations);
        return this;
    }

    internal void Update(ModifierEntry entry, Station? station, int position)
    {
        (Name, PriceDelta, IsDefault, Allergens, Position) = (entry.Name, entry.PriceDelta, entry.IsDefault, entry.Allergens, position);
        (Station, StationId) = (station, station is null ? null : StationId);
        Translate(entry.Translations);
    }
}
