namespace Restaurant.Bench.Runner.PostgreSql;

/// <summary>All rows of all tables of a database, to be compared with those of another one.</summary>
internal static class PostgreSqlContents
{
    // For when they were written, the fingerprints, which each contender makes in its own way, and who has done what, which only the product writes down.
    private const string Rows = """
        SELECT format(
          'SELECT %L || '': '' || (to_jsonb(t) - %L::text[])::text FROM %I AS t ORDER BY 1',
          c.relname,
          array(SELECT a.attname FROM pg_attribute AS a WHERE a.attrelid = c.oid AND a.attnum > 0 AND (a.attname LIKE '%At' OR a.attname = 'Fingerprint')),
          c.relname)
        FROM pg_class AS c
        WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname NOT LIKE '\_\_EF%' AND c.relname <> 'AuditEntries'
        ORDER BY c.relname
        """;

    /// <summary>Reads them.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(PostgreSqlDatabase database)
    {
        var rows = new List<string>();
        foreach (var sql in await database.ReadAsync(Rows, static row => row.GetString(0)))
        {
            rows.AddRange(await database.ReadAsync(sql, static row => row.GetString(0)));
        }

        return rows;
    }
}
