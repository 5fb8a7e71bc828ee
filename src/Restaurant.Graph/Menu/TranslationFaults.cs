using Restaurant.Graph.Platform.Localization;
using Restaurant.Graph.Platform.Mutations;

namespace Restaurant.Graph.Menu;

/// <summary>Checks what a manager says in other languages, by the rules of the menu file.</summary>
internal static class TranslationFaults
{
    /// <summary>The translations of what has a name alone; null where none are given.</summary>
    public static IReadOnlyList<TranslationEntry>? Translations(this MenuFaults faults, IReadOnlyList<NameTranslationInput>? given, params object[] path) =>
        faults.Check(given?.Select(static text => new TranslationEntry(text.Language, text.Name, null)), path);

    /// <summary>The translations of what has a name and a description; null where none are given.</summary>
    public static IReadOnlyList<TranslationEntry>? Translations(this MenuFaults faults, IReadOnlyList<TranslationInput>? given, params object[] path) =>
        faults.Check(given?.Select(static text => new TranslationEntry(text.Language, text.Name, text.Description)), path);

    private static List<TranslationEntry>? Check(this MenuFaults faults, IEnumerable<TranslationEntry>? given, object[] path)
    {
        if (given is null)
        {
            return null;
        }

        List<TranslationEntry> entries = [];
        foreach (var (index, text) in given.Index())
        {
            object[] at = [.. path, nameof(DishInput.Translations), index];
            var tag = LanguageTag.Normalize(text.Language);
            var fault = tag is null ? $"It is '{(text.Language.Length > LanguageTag.MaxLength ? text.Language[..LanguageTag.MaxLength] + "…" : text.Language)}' where the tag of a language is needed, such as de or de-AT."
                : string.Equals(tag, faults.OwnLanguage, StringComparison.Ordinal) ? $"'{tag}' is the restaurant's own language, in which it is said without a translation."
                : entries.Exists(known => string.Equals(known.Language, tag, StringComparison.Ordinal)) ? $"'{tag}' is there twice."
                : null;
            if (fault is not null)
            {
                faults.All.Add(new InvalidTranslationError { Message = fault, Path = InputPath.Of([.. at, nameof(text.Language)]) });
            }

            if (text is { Name: null, Description: null })
            {
                faults.All.Add(new InvalidTranslationError { Message = "It has no text.", Path = InputPath.Of(at) });
            }

            faults.Text(text.Name, MenuBounds.Name, [.. at, nameof(text.Name)]);
            faults.Text(text.Description, MenuBounds.TranslatedDescription, [.. at, nameof(text.Description)]);
            entries.Add(text with { Language = tag ?? text.Language });
        }

        return entries;
    }
}
