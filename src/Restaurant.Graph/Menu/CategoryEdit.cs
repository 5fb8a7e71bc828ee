namespace Restaurant.Graph.Menu;

/// <summary>What becomes of a part of menus, found right: null is what stays as it is.</summary>
internal sealed record CategoryEdit
{
    public string? Name { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<DaypartMenu>? Menus { get; init; }

    public IReadOnlyList<TranslationEntry>? Translations { get; init; }
}
