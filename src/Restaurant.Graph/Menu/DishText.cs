namespace Restaurant.Graph.Menu;

/// <summary>What a dish is found by: a row of the index of texts, kept by triggers (<c>DishSearch</c> of the migrations).</summary>
internal sealed class DishText
{
    /// <summary>The key of the dish.</summary>
    public long Id { get; private set; }

    /// <summary>What a search is matched with that may fit any column: the one of FTS5 that is named like its table.</summary>
    public string All { get; private set; } = "";

    /// <summary>The names of the dish in all languages.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Its descriptions.</summary>
    public string Description { get; private set; } = "";
}
