namespace Restaurant.Graph.Menu;

/// <summary>What orders are checked against: the menus and all that is on them, as they are between two changes. To be read, and never tracked.</summary>
public sealed record MenuCard
{
    /// <summary>The menus with their windows, in the order of the day.</summary>
    public required IReadOnlyList<DaypartMenu> Menus { get; init; }

    /// <summary>The dishes on it by key, with tax groups, modifier groups and modifiers.</summary>
    public required IReadOnlyDictionary<long, Dish> Dishes { get; init; }

    /// <summary>The modifiers that come with them, by key.</summary>
    public required IReadOnlyDictionary<long, Modifier> Modifiers { get; init; }

    /// <summary>The menu that is served at a moment of the restaurant's own clock; null if none is.</summary>
    public DaypartMenu? ServedAt(DateTime local) => Menus.FirstOrDefault(menu => menu.IsServedAt(local));
}
