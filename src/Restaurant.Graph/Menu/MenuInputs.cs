using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Menu;

/// <summary>What can be said of a menu, and need not.</summary>
public abstract record MenuInput
{
    /// <summary>What the guest may expect of it, at most 1,000 characters.</summary>
    public string? Description { get; init; }

    /// <summary>All the times at which it is served; none: it is not served.</summary>
    public IReadOnlyList<WeeklyWindowInput>? Windows { get; init; }

    /// <summary>All the categories on it; they keep the order that all menus share.</summary>
    public IReadOnlyList<Id<Category>>? CategoryIds { get; init; }

    /// <summary>All its texts in other languages, in the place of any that it has.</summary>
    public IReadOnlyList<TranslationInput>? Translations { get; init; }
}

/// <summary>A new menu, for a part of the day.</summary>
public sealed record CreateMenuInput : MenuInput
{
    /// <summary>The key in the menu file, which no other menu has: 1 to 60 of a to z, 0 to 9 and hyphen.</summary>
    public required string Key { get; init; }

    /// <summary>The name, 1 to 100 characters.</summary>
    public required string Name { get; init; }
}

/// <summary>What becomes of a menu. What is left out stays as it is.</summary>
public sealed record EditMenuInput : MenuInput
{
    /// <summary>The menu.</summary>
    public required Id<DaypartMenu> MenuId { get; init; }

    /// <summary>The name, 1 to 100 characters.</summary>
    public string? Name { get; init; }
}
