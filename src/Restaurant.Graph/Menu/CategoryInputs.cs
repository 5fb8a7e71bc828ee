using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Menu;

/// <summary>What can be said of a part of menus, and need not.</summary>
public abstract record CategoryInput
{
    /// <summary>What the guest may expect of it, at most 1,000 characters.</summary>
    public string? Description { get; init; }

    /// <summary>All the menus on which it stands.</summary>
    public IReadOnlyList<Id<DaypartMenu>>? MenuIds { get; init; }
}

/// <summary>A new part of menus.</summary>
public sealed record CreateCategoryInput : CategoryInput
{
    /// <summary>The key in the menu file, which no other category has: 1 to 60 of a to z, 0 to 9 and hyphen.</summary>
    public required string Key { get; init; }

    /// <summary>The name, 1 to 100 characters.</summary>
    public required string Name { get; init; }
}

/// <summary>What becomes of a part of menus. What is left out stays as it is.</summary>
public sealed record EditCategoryInput : CategoryInput
{
    /// <summary>The category.</summary>
    public required Id<Category> CategoryId { get; init; }

    /// <summary>The name, 1 to 100 characters.</summary>
    public string? Name { get; init; }
}

/// <summary>When a menu is served from now on.</summary>
public sealed record SetServingWindowsInput
{
    /// <summary>The menu.</summary>
    public required Id<DaypartMenu> MenuId { get; init; }

    /// <summary>All its windows; none: it is not served.</summary>
    public required IReadOnlyList<ServingWindowInput> Windows { get; init; }
}

/// <summary>A time of day at which a menu is served, on one or more days.</summary>
public sealed record ServingWindowInput
{
    /// <summary>The days on which it starts.</summary>
    public required IReadOnlyList<DayOfWeek> Days { get; init; }

    /// <summary>When it starts, on the restaurant's own clock: a full minute.</summary>
    public required TimeOnly Opens { get; init; }

    /// <summary>When it ends, a full minute; at or before `opens` it is a time of the next day.</summary>
    public required TimeOnly Closes { get; init; }
}
