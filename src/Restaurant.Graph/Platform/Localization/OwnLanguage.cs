namespace Restaurant.Graph.Platform.Localization;

/// <summary>The language that all texts are in as they are stored.</summary>
public sealed record OwnLanguage
{
    private OwnLanguage(string tag) => Tag = tag;

    /// <summary>Its tag, as <see cref="LanguageTag.Normalize"/> writes it.</summary>
    public string Tag { get; }

    /// <summary>The language of a tag; throws for what is none.</summary>
    public static OwnLanguage Of(string tag) => LanguageTag.Normalize(tag) is { } normal
        ? new OwnLanguage(normal)
        : throw new ArgumentException($"'{tag}' is no tag of a language.", nameof(tag));
}
