using GraphQL;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Localization;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Menu;

/// <summary>What is served in a part of the day: breakfast, lunch, dinner.</summary>
[Name("Menu")]
public sealed class DaypartMenu : INode, IPositioned
{
    private readonly List<Translation> _translations = [];
    private readonly List<Category> _categories = [];
    private readonly List<ServingWindow> _windows = [];

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

    /// <summary>Its parts, in the order that all menus share.</summary>
    public IReadOnlyList<Category> Categories => _categories;

    /// <summary>When it is served.</summary>
    [ListSize(7)]
    public IReadOnlyList<ServingWindow> Windows => _windows;

    /// <summary>What it is called in other languages.</summary>
    [ListSize(5)]
    public IReadOnlyList<Translation> Translations => _translations;

    /// <summary>Whether it is served at a time of <see cref="RestaurantClock.ServingTime"/>.</summary>
    public bool IsServedAt(DateTime local) => _windows.Exists(window => window.Contains(local));

    /// <summary>One that a manager adds.</summary>
    internal static DaypartMenu New(string key, int position) => new() { Key = key, Position = position };

    /// <summary>Takes over what is said, and leaves the rest.</summary>
    internal DaypartMenu Apply(MenuEdit edit)
    {
        (Name, Description) = (edit.Name ?? Name, edit.Description ?? Description);
        _windows.SetTo(edit.Windows, static (day, opens, closes) => new ServingWindow { Day = day, Opens = opens, Closes = closes });
        if (edit.Categories is { } categories)
        {
            _categories.Clear();
            _categories.AddRange(categories);
        }

        _translations.SetTo(edit.Translations);
        return this;
    }

    internal DaypartMenu Update(MenuEntry entry, IEnumerable<Category> categories, int position)
    {
        Position = position;
        return Apply(new MenuEdit
        {
            Name = entry.Name,
            Description = entry.Description,
            Windows = entry.Windows,
            Categories = [.. categories],
            Translations = entry.Translations,
        });
    }
}
