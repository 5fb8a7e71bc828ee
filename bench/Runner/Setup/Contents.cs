using Microsoft.Data.Sqlite;

namespace Restaurant.Bench.Runner.Setup;

/// <summary>All rows of all tables of a database, to be compared with those of another one.</summary>
internal static class Contents
{
    private const string Tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite*' AND name NOT GLOB '__EF*' AND name <> 'AuditEntries' ORDER BY name";

    /// <summary>Reads them, but for when they were written, the fingerprints, which each contender makes in its own way, and who has done what, which only the product writes down.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(string file)
    {
        await using var connection = await Database.OpenAsync(file);
        var rows = new List<string>();
        foreach (var table in await ReadAsync(connection, Tables, static row => row.GetString(0)))
        {
            rows.AddRange(await ReadAsync(connection, $"SELECT * FROM \"{table}\" ORDER BY 1, 2", row => $"{table}: {string.Join(", ", Columns(row))}"));
        }

        return rows;
    }

    private static IEnumerable<string> Columns(SqliteDataReader row) => Enumerable.Range(0, row.FieldCount)
        .Where(column => !row.GetName(column).EndsWith("At", StringComparison.Ordinal) && row.GetName(column) is not "Fingerprint")
        .Select(column => $"{row.GetName(column)} {row.GetValue(column)}");

    private static async Task<List<string>> ReadAsync(SqliteConnection connection, string sql, Func<SqliteDataReader, string> read)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
