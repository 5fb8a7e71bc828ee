namespace Restaurant.Graph.Menu;

/// <summary>Rows that belong to another, each with a key in the menu file.</summary>
internal static class KeyedRows
{
    /// <summary>Brings rows to what entries say: what has a known key stays the same row, what is new is added, what is missing is removed.</summary>
    public static void Merge<TRow, TEntry>(
        this List<TRow> rows, IReadOnlyList<TEntry> entries, Func<TRow, string> keyOf, Func<TEntry, string> keyOfEntry, Func<TEntry, TRow> make, Action<TRow, TEntry, int> update)
        where TRow : class
    {
        var kept = entries.Select(keyOfEntry).ToHashSet(StringComparer.Ordinal);
        rows.RemoveAll(row => !kept.Contains(keyOf(row)));
        foreach (var (position, entry) in entries.Index())
        {
            var row = rows.Find(known => string.Equals(keyOf(known), keyOfEntry(entry), StringComparison.Ordinal));
            if (row is null)
            {
                rows.Add(row = make(entry));
            }

            update(row, entry, position);
        }
    }
}
