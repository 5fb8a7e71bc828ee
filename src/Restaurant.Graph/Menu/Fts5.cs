namespace Restaurant.Graph.Menu;

/// <summary>Functions of SQLite, for queries only.</summary>
internal static class Fts5
{
    /// <summary>Whether a row has what a search looks for, in one column, or, in the column of the table's own name, in all of them.</summary>
    public static bool Match(string search, string column) => throw OutOfQuery();

    /// <summary>A text in which another stands for each place of a part; made in the database, where the text is a parameter.</summary>
    public static string Replace(string text, string part, string other) => throw OutOfQuery();

    private static NotSupportedException OutOfQuery() => new("The database alone can do this.");
}
