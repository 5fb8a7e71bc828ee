namespace Restaurant.Graph.Menu;

/// <summary>The translations of one thing.</summary>
internal static class TranslationRows
{
    /// <summary>Brings them to what is said; leaves them where nothing is.</summary>
    public static void SetTo(this List<Translation> rows, IReadOnlyList<TranslationEntry>? entries)
    {
        if (entries is not null)
        {
            rows.Merge(
                entries,
                static row => row.Language,
                static entry => entry.Language,
                static entry => new Translation { Language = entry.Language },
                static (row, entry, _) => row.Update(entry));
        }
    }
}
