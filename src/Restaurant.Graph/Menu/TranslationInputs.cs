namespace Restaurant.Graph.Menu;

/// <summary>A name and a description in another language than the restaurant's own; one that is left out is read in the next best language.</summary>
public sealed record TranslationInput
{
    /// <summary>The language: a tag of BCP 47, such as `de` or `de-AT`.</summary>
    public required string Language { get; init; }

    /// <summary>The name, 1 to 100 characters.</summary>
    public string? Name { get; init; }

    /// <summary>The description, 1 to 1,000 characters.</summary>
    public string? Description { get; init; }
}

/// <summary>A name in another language than the restaurant's own.</summary>
public sealed record NameTranslationInput
{
    /// <summary>The language: a tag of BCP 47, such as `de` or `de-AT`.</summary>
    public required string Language { get; init; }

    /// <summary>The name, 1 to 100 characters.</summary>
    public required string Name { get; init; }
}
