using Restaurant.Graph.Platform.Import;
using Restaurant.Graph.Platform.Localization;

namespace Restaurant.Graph.Menu;

/// <summary>The texts of something of a menu file in another language; null where there is none.</summary>
internal sealed record TranslationEntry(string Language, string? Name, string? Description)
{
    /// <summary>The entries for what is stored, by language.</summary>
    public static IReadOnlyList<TranslationEntry> Of(IEnumerable<Translation> translations) =>
        [.. translations.OrderBy(static text => text.Language, StringComparer.Ordinal).Select(static text => new TranslationEntry(text.Language, text.Name, text.Description))];

    /// <summary>Reads those of an object with a name and a description.</summary>
    public static IReadOnlyList<TranslationEntry> Read(JsonPart part) => Read(part, hasDescription: true);

    /// <summary>Reads those of an object with nothing but a name.</summary>
    public static IReadOnlyList<TranslationEntry> ReadNames(JsonPart part) => Read(part, hasDescription: false);

    private static IReadOnlyList<TranslationEntry> Read(JsonPart part, bool hasDescription)
    {
        var languages = new HashSet<string>(StringComparer.Ordinal);
        IReadOnlyList<TranslationEntry> read = part.Has("translations")
            ? part.Map("translations", (language, texts) => Of(language, texts, hasDescription))
            : [];
        foreach (var entry in read.Where(entry => !languages.Add(entry.Language)))
        {
            part.Fault("translations", $"has '{entry.Language}' twice");
        }

        return read;
    }

    private static TranslationEntry Of(string language, JsonPart texts, bool hasDescription)
    {
        var tag = LanguageTag.Normalize(language);
        if (tag is null)
        {
            texts.Fault($"is under '{language}' where the tag of a language is needed, such as de or de-AT");
        }

        var name = texts.Has("name") ? texts.Text("name", MenuBounds.Name) : null;
        var description = hasDescription && texts.Has("description") ? texts.Text("description", MenuBounds.TranslatedDescription) : null;
        if (name is null && description is null)
        {
            texts.Fault("has no text");
        }

        return new TranslationEntry(tag ?? language, name, description);
    }
}
