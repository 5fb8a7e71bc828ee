namespace Restaurant.Graph.Menu;

/// <summary>What becomes of a menu, found right: null is what stays as it is.</summary>
internal sealed record MenuEdit
{
    public string? Name { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<WindowEntry>? Windows { get; init; }

    public IReadOnlyList<Category>? Categories { get; init; }

    public IReadOnlyList<TranslationEntry>? Translations { get; init; }
}
