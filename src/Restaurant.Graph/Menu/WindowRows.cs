namespace Restaurant.Graph.Menu;

/// <summary>The windows of one thing.</summary>
internal static class WindowRows
{
    /// <summary>Brings them to what is said, each once; leaves them where nothing is.</summary>
    public static void SetTo<TWindow>(this List<TWindow> rows, IReadOnlyList<WindowEntry>? entries, Func<DayOfWeek, TimeOnly, TimeOnly, TWindow> make)
        where TWindow : WeeklyWindow
    {
        if (entries is not null)
        {
            rows.Clear();
            rows.AddRange(entries.SelectMany(entry => entry.Days.Select(day => make(day, entry.Opens, entry.Closes))).DistinctBy(static row => (row.Day, row.Opens, row.Closes)));
        }
    }
}
