using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Data.Copying;

/// <summary>Texts for a database that takes no NUL.</summary>
internal static class Texts
{
    private const char Nul = '\0';

    /// <summary>Replaces each, as the server does when it writes; how many there were.</summary>
    public static int WithoutNul(object?[] row)
    {
        var replaced = 0;
        for (var column = 0; column < row.Length; column++)
        {
            if (row[column] is string text && text.Contains(Nul, StringComparison.Ordinal))
            {
                replaced += text.AsSpan().Count(Nul);
                row[column] = PlainTexts.Of(text);
            }
            else if (row[column] is IEnumerable<string?> list)
            {
                object?[] items = [.. list];
                replaced += WithoutNul(items);
                row[column] = Array.ConvertAll(items, static item => (string?)item);
            }
        }

        return replaced;
    }
}
