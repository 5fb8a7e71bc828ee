using System.Buffers;
using System.Globalization;
using System.Text;

namespace Restaurant.Graph.Reports;

/// <summary>
/// Finds texts that a spreadsheet would take for a formula (https://owasp.org/www-community/attacks/CSV_Injection), after what it strips or normalizes.
/// </summary>
internal static class FormulaText
{
    // '=', '+', '-' and '@', and all characters that compatibility normalization (NFKC) makes one of them. .NET normalizes nothing in invariant mode.
    private static readonly SearchValues<char> Starts = SearchValues.Create(
        "=+-@\u207A\u207C\u208A\u208C\u2212\u2A75\u2A76\uFB29\uFE62\uFE63\uFE66\uFE6B\uFF0B\uFF0D\uFF1D\uFF20");

    // Letters and symbols that are not shown, of no category that tells so: Hangul fillers and the blank pattern of Braille.
    private static readonly SearchValues<char> Fillers = SearchValues.Create("\u115F\u1160\u2800\u3164\uFFA0");

    /// <summary>Tells whether a text could be a formula. Tabs and line breaks at the beginning count, whatever follows.</summary>
    public static bool IsFormula(string text)
    {
        if (text is ['\t' or '\r' or '\n', ..])
        {
            return true;
        }

        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsInvisible(rune))
            {
                return rune.IsBmp && Starts.Contains((char)rune.Value);
            }
        }

        return false;
    }

    private static bool IsInvisible(Rune rune) => Rune.IsWhiteSpace(rune) || IsInvisible(Rune.GetUnicodeCategory(rune))
        || (rune.IsBmp && Fillers.Contains((char)rune.Value)) || rune == Rune.ReplacementChar;

    private static bool IsInvisible(UnicodeCategory category) => category is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate;
}
