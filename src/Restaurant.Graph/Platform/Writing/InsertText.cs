namespace Restaurant.Graph.Platform.Writing;

/// <summary>The SQL that inserts a row.</summary>
internal static class InsertText
{
    /// <summary>Makes it.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="value">What stands for the value of a column, by its index.</param>
    public static string Of(string table, IEnumerable<string> columns, Func<int, string> value)
    {
        string[] names = [.. columns.Select(static column => $"\"{column}\"")];
        return $"INSERT INTO \"{table}\" ({string.Join(", ", names)}) VALUES ({string.Join(", ", Enumerable.Range(0, names.Length).Select(value))})";
    }
}
