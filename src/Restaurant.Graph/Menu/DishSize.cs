using GraphQL;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Localization;
using Restaurant.Graph.Platform.Money;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Menu;

/// <summary>One of the sizes in which a dish can be ordered: small, large, a carafe.</summary>
public sealed class DishSize : INode, IPositioned
{
    private readonly List<Translation> _translations = [];

    /// <summary>The primary key.</summary>
    public long Id { get; private set; }

    /// <summary>The key in the menu file, unique among the sizes of the dish.</summary>
    public required string Key { get; init; }

    /// <inheritdoc />
    [Ignore]
    public int Position { get; private set; }

    /// <summary>The name.</summary>
    [Translated]
    public string Name { get; private set; } = "";

    /// <summary>The price of one dish of this size, before modifiers and tax.</summary>
    public Money Price { get; private set; }

    /// <summary>How much of the dish's recipe it takes from the store room, in percent: 100 is all of it.</summary>
    public int RecipePercent { get; private set; }

    /// <summary>What it is called in other languages.</summary>
    [ListSize(5)]
    public IReadOnlyList<Translation> Translations => _translations;

    internal void Update(SizeEntry entry, int position)
    {
        (Name, Price, RecipePercent, Position) = (entry.Name, entry.Price, entry.RecipePercent, position);
        Translate(entry.Translations);
    }

    /// <summary>Takes over what it is called in other languages; leaves that where nothing is said.</summary>
    internal void Translate(IReadOnlyList<TranslationEntry>? translations) => _translations.SetTo(translations);
}
