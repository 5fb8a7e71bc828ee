using System.Globalization;
using System.Text;
using GraphQL;

namespace Restaurant.Graph.Menu;

/// <summary>What a guest types to find a dish, as a search of FTS5: all words, each whole but the last, of which the beginning is enough.</summary>
internal static class SearchText
{
    /// <summary>What stands between two words of a search.</summary>
    public const string And = "\" \"";

    /// <summary>What stands there where one of the words is enough.</summary>
    public const string Or = "\" OR \"";

    private const int MaxLength = 200;

    /// <summary>The search for a text. All but words is left out, so that nothing in it has a meaning of its own; without a word it finds nothing.</summary>
    public static object Parse(object value)
    {
        var text = (string)value;
        if (text.Length > MaxLength)
        {
            throw new ExecutionError($"'text' has {text.Length} characters where {MaxLength} are the most.") { Code = "SEARCH_TOO_LONG" };
        }

        var words = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            words.Append(IsOfWord(rune) ? rune.ToString() : " ");
        }

        var quoted = words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static word => $"\"{word}\"").ToList();
        return quoted.Count == 0 ? "\"\"" : string.Join(' ', quoted) + "*";
    }

    // What FTS5's tokenizer takes for a part of a word as well, and the marks that it leaves out of letters.
    private static bool IsOfWord(Rune rune) => Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber or UnicodeCategory.PrivateUse
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
