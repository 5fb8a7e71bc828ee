using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Restaurant.Graph.Data.Checking;

/// <summary>What a database can say of its own soundness.</summary>
internal static class StorageChecks
{
    /// <summary>Of SQLite: pages, indexes and values, and the rows that others refer to.</summary>
    public static IReadOnlyList<DatabaseCheck> Sqlite { get; } =
    [
        new("pages and indexes", "SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'"),
        new("foreign keys", """
            SELECT 'Table ' || "table" || ': row ' || coalesce(rowid, '?') || ' refers to a row of ' || parent || ' that is not there' FROM pragma_foreign_key_check
            """),
    ];

    // PostgreSQL enforces its constraints once they are validated.
    private static readonly DatabaseCheck[] PostgreSql =
    [
        new("constraints", "SELECT 'Constraint ' || conname || ' of ' || conrelid::regclass || ' is not validated' FROM pg_constraint WHERE NOT convalidated"),
        new("indexes", "SELECT 'Index ' || indexrelid::regclass || ' is not valid: REINDEX it' FROM pg_index WHERE NOT indisvalid OR NOT indisready"),
        new("checksums", """
            SELECT checksum_failures || ' pages had a wrong checksum, the last ' || checksum_last_failure FROM pg_stat_database
            WHERE datname = current_database() AND checksum_failures > 0
            """),
    ];

    /// <summary>Returns the checks of a database.</summary>
    public static IReadOnlyList<DatabaseCheck> Of(DatabaseFacade database, IEnumerable<string> tables) => database.IsSqlite()
        ? Sqlite
        : [.. PostgreSql, .. tables.Select(static table => new DatabaseCheck($"rows of {table}", Readable(table)))];

    // Every value of every row is read, those that are stored elsewhere as well; a page that cannot be read fails the query.
    private static string Readable(string table) =>
        $"""SELECT 'Table {table}: its rows cannot be counted' FROM (SELECT sum(length(stored::text)) AS size, count(*) AS count FROM "{table}" stored) AS read WHERE count > 0 AND size IS NULL""";
}
