using GraphQL;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Localization;
using Restaurant.Graph.Platform.Money;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Relay;
using Restaurant.Graph.Platform.Scalars;

namespace Restaurant.Graph.Menu;

/// <summary>Something to order.</summary>
public sealed class Dish : INode, IPositioned
{
    private readonly List<Translation> _translations = [];
    private readonly List<DishSize> _sizes = [];
    private readonly List<ModifierGroup> _modifierGroups = [];
    private readonly List<MenuChanged> _changes = [];

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

    /// <summary>What it is, for the guest; may be empty.</summary>
    [Translated]
    public string Description { get; private set; } = "";

    /// <summary>The price of one that is ordered without a size, before modifiers and tax: where there are sizes, that of the first.</summary>
    public Money Price { get; private set; }

    /// <summary>The sizes in which it can be ordered; empty where there is one only.</summary>
    [ListSize(3)]
    public IReadOnlyList<DishSize> Sizes => _sizes;

    /// <summary>
    /// Whether there is enough of it, at whatever time it is served: false while `isMarkedUnavailable` or `isSoldOut`, and once it has left the menu. Whether
    /// it can be ordered now, or for another time, is in `availability`.
    /// </summary>
    public bool IsAvailable { get; private set; } = true;

    /// <summary>Whether somebody has taken it off for now ("86'd"), until they put it back.</summary>
    public bool IsMarkedUnavailable { get; private set; }

    /// <summary>Whether there is not enough of what it is made of for one regular portion; comes and goes by itself.</summary>
    public bool IsSoldOut { get; private set; }

    /// <summary>The allergens it contains.</summary>
    public IReadOnlyList<Allergen> Allergens { get; private set; } = [];

    /// <summary>What else a guest may want to know about it.</summary>
    public IReadOnlyList<DietaryTag> DietaryTags { get; private set; } = [];

    /// <summary>A picture of it: an address by https, or a path on the site of the front-end.</summary>
    [OutputType<UriType>]
    public string? ImageUrl { get; private set; }

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
    public required TaxGroup TaxGroup { get; init; }

    /// <summary>The key of <see cref="TaxGroup"/>.</summary>
    public long TaxGroupId { get; private set; }

    /// <summary>The choices that come with it.</summary>
    [ListSize(3)]
    public IReadOnlyList<ModifierGroup> ModifierGroups => _modifierGroups;

    /// <summary>What it is called in other languages.</summary>
    [ListSize(5)]
    public IReadOnlyList<Translation> Translations => _translations;

    /// <summary>Rises with every edit, beginning with 1; whether the dish is available is no part of it.</summary>
    public int Version { get; private set; } = 1;

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
    internal void Retire()
    {
        (CategoryId, IsAvailable) = (null, false);

        // The languages of the restaurant are those of its menu; an order has the name that it was placed by.
        _translations.Clear();
        _sizes.ForEach(static size => size.Translate([]));
    }

    /// <summary>Notes that it is no longer as it was, and tells of it where it is not told with the whole menu.</summary>
    internal Dish Revise(DateTimeOffset? now = null)
    {
        Version++;
        if (now is { } happened)
        {
            _changes.Add(new MenuChanged { Dish = this, OccurredAt = happened });
        }

        return this;
    }

    /// <summary>One that a manager puts on the menu.</summary>
    internal static Dish New(string key, Station station, TaxGroup taxGroup, int position, DishEdit edit, DateTimeOffset now)
    {
        var dish = new Dish { Key = key, Station = station, TaxGroup = taxGroup, Position = position }.Apply(edit);
        dish._changes.Add(new MenuChanged { Dish = dish, OccurredAt = now });
        return dish;
    }

    internal Dish Update(DishEntry entry, MenuParts parts, int position)
    {
        IsMarkedUnavailable &= CategoryId is not null;
        Position = position;
        ImageUrl = entry.ImageUrl;
        return Apply(new DishEdit
        {
            Name = entry.Name,
            Description = entry.Description,
            Price = entry.Price,
            Sizes = entry.Sizes,
            Allergens = entry.Allergens,
            DietaryTags = entry.DietaryTags,
            PreparationMinutes = entry.PreparationMinutes,
            CategoryId = parts.Categories[entry.Category].Id,
            StationId = parts.Stations[entry.Station].Id,
            TaxGroupId = parts.TaxGroups[entry.TaxGroup].Id,
            ModifierGroups = [.. entry.ModifierGroups.Select(key => parts.ModifierGroups[key])],
            Translations = entry.Translations,
        });
    }

    /// <summary>Takes over what is said, and leaves the rest.</summary>
    internal Dish Apply(DishEdit edit)
    {
        (Name, Description, ImageUrl) = (edit.Name ?? Name, edit.Description ?? Description, edit.RemoveImage ? null : edit.ImageUrl ?? ImageUrl);
        (Allergens, DietaryTags) = (edit.Allergens ?? Allergens, edit.DietaryTags ?? DietaryTags);
        PreparationMinutes = edit.PreparationMinutes ?? PreparationMinutes;
        (CategoryId, StationId, TaxGroupId) = (edit.CategoryId ?? CategoryId, edit.StationId ?? StationId, edit.TaxGroupId ?? TaxGroupId);
        if (edit.Sizes is not null)
        {
            _sizes.Merge(edit.Sizes, static size => size.Key, static kept => kept.Key, static added => new DishSize { Key = added.Key }, static (size, kept, index) => size.Update(kept, index));
        }

        Price = _sizes.Find(static size => size.Position == 0)?.Price ?? edit.Price ?? Price;
        if (edit.ModifierGroups is not null)
        {
            _modifierGroups.Clear();
            _modifierGroups.AddRange(edit.ModifierGroups);
        }

        _translations.SetTo(edit.Translations);
        return this;
    }

    private void Settle() => IsAvailable = CategoryId is not null && !IsMarkedUnavailable && !IsSoldOut;
}
