using GraphQL;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Localization;
using Restaurant.Graph.Platform.Money;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Menu;

/// <summary>Something to order.</summary>
public sealed class Dish : INode, IPositioned
{
    private readonly List<Translation> _translations = [];
    private readonly List<ModifierGroup> _modifierGroups = [];
    private readonly List<MenuChanged> _changes = [];

    /// <summary>The primary key.</summary>
    public long Id { get; private set; }

    /// <summary>The key in the menu file.</summary>
    [Ignore]
    public required string Key { get; init; }

    /// <inheritdoc />
    [Ignore]
    public int Position { get; private set; }

    /// <summary>The name.</summary>
    [Translated]
    public string Name { get; private set; } = "";

    /// <summary>What it is, for the guest; may be empty.</summary>
    [Translated]
    public string Description { get; private set; } = "";

    /// <summary>The price of one, before modifiers and tax.</summary>
    public Money Price { get; private set; }

    /// <summary>Whether it can be ordered now: not while `isMarkedUnavailable` or `isSoldOut`.</summary>
    public bool IsAvailable { get; private set; } = true;

    /// <summary>Whether somebody has taken it off for now ("86'd"), until they put it back.</summary>
    public bool IsMarkedUnavailable { get; private set; }

    /// <summary>Whether there is not enough of what it is made of for one regular portion; comes and goes by itself.</summary>
    public bool IsSoldOut { get; private set; }

    /// <summary>The allergens it contains.</summary>
    public IReadOnlyList<Allergen> Allergens { get; private set; } = [];

    /// <summary>What else a guest may want to know about it.</summary>
    public IReadOnlyList<DietaryTag> DietaryTags { get; private set; } = [];

    /// <summary>How long it takes to make, in minutes.</summary>
    public int PreparationMinutes { get; private set; }

    /// <summary>The part of the menu on which it stands; null once it has left the menu.</summary>
    public Category? Category { get; private set; }

    /// <summary>The key of <see cref="Category"/>.</summary>
    public long? CategoryId { get; private set; }

    /// <summary>Where it is made.</summary>
    public required Station Station { get; init; }

    /// <summary>The key of <see cref="Station"/>.</summary>
    public long StationId { get; private set; }

    /// <summary>At which rate it is taxed.</summary>
    [Ignore]
    public required TaxGroup TaxGroup { get; init; }

    /// <summary>The key of <see cref="TaxGroup"/>.</summary>
    public long TaxGroupId { get; private set; }

    /// <summary>The choices that come with it.</summary>
    [ListSize(3)]
    public IReadOnlyList<ModifierGroup> ModifierGroups => _modifierGroups;

    /// <summary>What it is called in other languages.</summary>
    [Ignore]
    public IReadOnlyList<Translation> Translations => _translations;

    /// <summary>What has happened to it.</summary>
    [Ignore]
    public IReadOnlyList<MenuChanged> Changes => _changes;

    /// <summary>Takes it off for now, or puts it back; nothing happens if it is as wanted already.</summary>
    public void SetAvailable(bool isAvailable, DateTimeOffset now)
    {
        if (IsMarkedUnavailable == isAvailable)
        {
            IsMarkedUnavailable = !isAvailable;
            Settle();
            _changes.Add(new MenuChanged { Dish = this, OccurredAt = now });
        }
    }

    /// <summary>Notes whether there is enough to make it; says whether that is new. Whoever calls it tells of the change.</summary>
    internal bool SetSoldOut(bool isSoldOut)
    {
        var isNew = IsSoldOut != isSoldOut;
        IsSoldOut = isSoldOut;
        Settle();
        return isNew;
    }

    /// <summary>Takes it off the menu for good; orders that have it keep it.</summary>
    internal void Retire() => (CategoryId, IsAvailable) = (null, false);

    internal Dish Update(DishEntry entry, MenuParts parts, int position)
    {
        (Name, Description, Price, Position) = (entry.Name, entry.Description, entry.Price, position);
        (Allergens, DietaryTags, PreparationMinutes) = (entry.Allergens, entry.DietaryTags, entry.PreparationMinutes);
        IsMarkedUnavailable &= CategoryId is not null;
        CategoryId = parts.Categories[entry.Category].Id;
        StationId = parts.Stations[entry.Station].Id;
        TaxGroupId = parts.TaxGroups[entry.TaxGroup].Id;
        _modifierGroups.Clear();
        _modifierGroups.AddRange(entry.ModifierGroups.Select(key => parts.ModifierGroups[key]));
        Settle();
        return this;
    }

    private void Settle() => IsAvailable = CategoryId is not null && !IsMarkedUnavailable && !IsSoldOut;
}
