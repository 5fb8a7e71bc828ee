using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data.Startup;

namespace Restaurant.Graph.Data.Copying;

/// <summary>A file of SQLite at one side of a copy.</summary>
internal sealed class SqliteStore : CopyStore
{
    private const int Busy = 5;

    private readonly string _file;

    private SqliteStore(string file, SqliteDb db)
        : base(db, isOfFile: true) => _file = file;

    /// <inheritdoc />
    public override bool TakesNul => true;

    /// <summary>Opens a file; one that is read has to be there.</summary>
    public static SqliteStore Open(string file, CopySide side)
    {
        if (side == CopySide.Source && !File.Exists(file))
        {
            throw new CopyException($"There is no file '{file}'.");
        }

        var connection = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = side == CopySide.Source ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadWriteCreate,
            DefaultTimeout = Patience,
            ForeignKeys = false,
            Pooling = false,
        };
        SqliteFile.CreateFor(connection.ToString());
        return new SqliteStore(file, new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite(connection.ToString()).Options));
    }

    /// <inheritdoc />
    public override Task HoldAsync(CancellationToken cancellationToken)
    {
        try
        {
            // It ends with the connection.
            ((SqliteConnection)Connection).BeginTransaction(deferred: false);
            return Task.CompletedTask;
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode == Busy)
        {
            throw new CopyException($"Another process has been writing to '{_file}' for {Patience} seconds: stop it, or try again.");
        }
    }

    /// <inheritdoc />
    public override async Task<long> LastNumberAsync(StoredTable table, CancellationToken cancellationToken) =>
        await ScalarAsync($"SELECT seq FROM sqlite_sequence WHERE name = '{table.Name}'", null, cancellationToken) as long? ?? 0;

    /// <inheritdoc />
    public override Task BeAloneAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public override Task<IReadOnlyList<string>> TableNamesAsync(CancellationToken cancellationToken) =>
        TextsAsync("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'", cancellationToken);

    /// <inheritdoc />
    public override Task LoosenAsync(CancellationToken cancellationToken) => ExecuteAsync("PRAGMA foreign_keys = 0", null, cancellationToken);

    /// <inheritdoc />
    public override async Task InsertAsync(DbTransaction transaction, StoredTable table, IReadOnlyList<object?[]> rows, CancellationToken cancellationToken)
    {
        var values = string.Join(", ", Enumerable.Range(0, table.Columns.Count).Select(static column => $"@{column}"));
        await using var command = (SqliteCommand)Command($"INSERT INTO \"{table.Name}\" ({table.ColumnList}) VALUES ({values})", transaction);
        for (var column = 0; column < table.Columns.Count; column++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = $"@{column}" });
        }

        foreach (var row in rows)
        {
            for (var column = 0; column < row.Length; column++)
            {
                command.Parameters[column].Value = table.Columns[column].Stored(row[column]) ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <inheritdoc />
    public override async Task TightenAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        if (await ScalarAsync("SELECT \"table\" || ' refers to ' || parent FROM pragma_foreign_key_check LIMIT 1", transaction, cancellationToken) is string broken)
        {
            throw new CopyException($"A row of {broken}, where it is not.");
        }
    }

    /// <inheritdoc />
    public override async Task GoOnBehindAsync(DbTransaction transaction, StoredTable table, long number, CancellationToken cancellationToken)
    {
        var last = number.ToString(CultureInfo.InvariantCulture);
        await ExecuteAsync(
            $"""
            INSERT INTO sqlite_sequence (name, seq) SELECT name, 0 FROM sqlite_master
            WHERE type = 'table' AND name = '{table.Name}' AND sql LIKE '%AUTOINCREMENT%' AND name NOT IN (SELECT name FROM sqlite_sequence);
            UPDATE sqlite_sequence SET seq = max(seq, {last}) WHERE name = '{table.Name}'
            """,
            transaction,
            cancellationToken);
    }

    /// <inheritdoc />
    public override Task SettleAsync(IReadOnlyList<CopiedTable> filled, CancellationToken cancellationToken) => Task.CompletedTask;
}
