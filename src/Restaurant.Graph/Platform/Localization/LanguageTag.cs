using System.Text.RegularExpressions;

namespace Restaurant.Graph.Platform.Localization;

/// <summary>Tags of languages (BCP 47): a language, and perhaps a script, a region and variants, such as <c>de-AT</c> and <c>zh-Hant-TW</c>.</summary>
public static class LanguageTag
{
    /// <summary>How long a tag can be.</summary>
    public const int MaxLength = 35;

    private static readonly Regex Form = new(
        "^[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*\\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);

    private const int RegionLength = 2;
    private const int ScriptLength = 4;

    /// <summary>A tag in the customary case (RFC 5646, 2.1.1); null for what is none.</summary>
    public static string? Normalize(string text)
    {
        if (text.Length > MaxLength || !Form.IsMatch(text))
        {
            return null;
        }

        var parts = text.ToLowerInvariant().Split('-');
        return string.Join('-', parts.Select(static (part, index) => part.Length switch
        {
            RegionLength when index > 0 => part.ToUpperInvariant(),
            ScriptLength when index > 0 && char.IsAsciiLetter(part[0]) => char.ToUpperInvariant(part[0]) + part[1..],
            _ => part,
        }));
    }

    /// <summary>A tag and what is left of it as its last parts are taken away one by one (the lookup of RFC 4647, 3.4).</summary>
    public static IEnumerable<string> Fallbacks(string tag)
    {
        for (var end = tag.Length; end > 0; end = tag.LastIndexOf('-', end - 1))
        {
            yield return tag[..end];
        }
    }
}
