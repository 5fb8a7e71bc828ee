using GraphQL;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Localization;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Menu;

/// <summary>A part of a menu: starters, desserts, wine.</summary>
public sealed class Category : INode, IPositioned
{
    private readonly List<Translation> _translations = [];
    private readonly List<Dish> _dishes = [];
    private readonly List<DaypartMenu> _menus = [];

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

    /// <summary>What the guest may expect of it; may be empty.</summary>
    [Translated]
    public string Description { get; private set; } = "";

    /// <summary>Its dishes, in the order of the menu; those that cannot be ordered just now as well.</summary>
    [ListSize(15)]
    public IReadOnlyList<Dish> Dishes => _dishes;

    /// <summary>The menus on which it stands.</summary>
    [ListSize(4)]
    public IReadOnlyList<DaypartMenu> Menus => _menus;

    /// <summary>What it is called in other languages.</summary>
    [ListSize(5)]
    public IReadOnlyList<Translation> Translations => _translations;

    /// <summary>One that a manager adds.</summary>
    internal static Category New(string key, int position) => new() { Key = key, Position = position };

    /// <summary>Takes over what is said, and leaves the rest.</summary>
    internal Category Apply(CategoryEdit edit)
    {
        (Name, Description) = (edit.Name ?? Name, edit.Description ?? Description);
        if (edit.Menus is { } menus)
        {
            _menus.Clear();
            _menus.AddRange(menus);
        }

        _translations.SetTo(edit.Translations);
        return this;
    }

    internal Category Update(CategoryEntry entry, int position)
    {
        Position = position;
        return Apply(new CategoryEdit { Name = entry.Name, Description = entry.Description, Translations = entry.Translations });
    }
}
