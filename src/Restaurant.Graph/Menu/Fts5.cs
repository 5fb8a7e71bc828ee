namespace Restaurant.Graph.Menu;

/// <summary>Functions of FTS5, for queries only.</summary>
internal static class Fts5
{
    /// <summary>Whether a column has all that a search looks for.</summary>
    public static bool Match(string search, string column) => throw OutOfQuery();

    /// <summary>A column with marks around what a search has found in it.</summary>
    /// <param name="match">The column of the table's own name.</param>
    /// <param name="column">Which column, counted from 0.</param>
    /// <param name="before">The mark ahead.</param>
    /// <param name="after">The mark behind.</param>
    public static string Highlight(string match, int column, string before, string after) => throw OutOfQuery();

    private static NotSupportedException OutOfQuery() => new("The database alone can do this.");
}
