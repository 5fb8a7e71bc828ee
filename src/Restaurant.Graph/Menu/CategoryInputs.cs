using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Menu;

/// <summary>What can be said of a part of menus, and need not.</summary>
public abstract record CategoryInput
{
    /// <summary>What the guest may expect of it, at most 1,000 characters.</summary>
    public string? Description { get; init; }

    /// <summary>All the menus on which it stands.</summary>
    public IReadOnlyList<Id<DaypartMenu>>? MenuIds { get; init; }

    /// <summary>All its texts in other languages, in the place of any that it has.</summary>
    public IReadOnlyList<TranslationInput>? Translations { get; init; }
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
