using Microsoft.Net.Http.Headers;

namespace Restaurant.Graph.Platform.Localization;

/// <summary>The header <c>Accept-Language</c> (RFC 9110, 12.5.4): which languages somebody reads, and how gladly.</summary>
internal static class AcceptLanguage
{
    private const string Any = "*";

    /// <summary>
    /// The language that suits best: each that is asked for is looked up, the best first, by itself, then in any region or script of it, then
    /// with its last part taken away.
    /// </summary>
    /// <param name="header">The header; what is no language in it counts for nothing.</param>
    /// <param name="languages">The languages there are, those first that are to be preferred.</param>
    /// <returns>Null if none suits.</returns>
    public static string? Best(string header, IReadOnlyList<string> languages)
    {
        if (!StringWithQualityHeaderValue.TryParseList([header], out var ranges))
        {
            return null;
        }

        var refused = ranges.Where(static range => range.Quality == 0).Select(static range => range.Value.ToString()).ToList();
        List<string> readable = [.. languages.Where(language => !refused.Exists(range => IsIn(language, range)))];
        return ranges
            .Where(static range => range.Quality != 0)
            .OrderByDescending(static range => range.Quality ?? 1)
            .Select(range => range.Value == Any ? readable.FirstOrDefault() : Find(range.Value.ToString(), readable))
            .FirstOrDefault(static found => found is not null);
    }

    private static string? Find(string range, List<string> languages) => LanguageTag.Fallbacks(range)
        .Select(shorter => languages.Find(language => IsSame(language, shorter)) ?? languages.Find(language => IsIn(language, shorter)))
        .FirstOrDefault(static found => found is not null);

    private static bool IsSame(string language, string range) => string.Equals(language, range, StringComparison.OrdinalIgnoreCase);

    private static bool IsIn(string language, string range) =>
        IsSame(language, range) || (language.StartsWith(range, StringComparison.OrdinalIgnoreCase) && language[range.Length] == '-');
}
