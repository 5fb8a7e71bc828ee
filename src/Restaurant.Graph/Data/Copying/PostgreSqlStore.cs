using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Npgsql;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Data.Copying;

/// <summary>A database of PostgreSQL at one side of a copy.</summary>
internal sealed class PostgreSqlStore : CopyStore
{
    private PostgreSqlStore(PostgreSqlDb db)
        : base(db, isOfFile: false)
    {
    }

    /// <inheritdoc />
    public override bool TakesNul => false;

    private IEnumerable<IForeignKeyConstraint> References => Tables.SelectMany(static table => table.Mapped.ForeignKeyConstraints);

    /// <summary>Opens a database, which has to be there.</summary>
    public static PostgreSqlStore Open(string connectionString)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0, ApplicationName = "restaurant-graph copy" };
        return new PostgreSqlStore(new PostgreSqlDb(new DbContextOptionsBuilder<PostgreSqlDb>().UseNpgsql(connection.ToString()).Options));
    }

    /// <inheritdoc />
    public override async Task HoldAsync(CancellationToken cancellationToken)
    {
        // Not in the transaction, which would see what there was before it had the lock.
        await LockAsync(PostgreSqlLocks.Turn, "Another process has been writing to the source for {0} seconds: stop it, or try again.", cancellationToken);
        await ExecuteAsync("SET idle_in_transaction_session_timeout = 0", null, cancellationToken);
        await Connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
    }

    /// <inheritdoc />
    public override async Task<long> LastNumberAsync(StoredTable table, CancellationToken cancellationToken) =>
        await SequenceOfAsync(table, null, cancellationToken) is { } sequence
            && await ScalarAsync($"SELECT pg_sequence_last_value('{sequence}'::regclass)", null, cancellationToken) is long last ? last : 0;

    /// <inheritdoc />
    public override async Task BeAloneAsync(CancellationToken cancellationToken)
    {
        await LockAsync(PostgreSqlLocks.Copying, "Another copy to the same database is under way, and was for {0} seconds.", cancellationToken);

        // What is lost with the machine is copied again; the end waits for the disk, and so for all that came before it.
        await ExecuteAsync("SET synchronous_commit = off", null, cancellationToken);
    }

    /// <inheritdoc />
    public override Task<IReadOnlyList<string>> TableNamesAsync(CancellationToken cancellationToken) =>
        TextsAsync("SELECT tablename FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')", cancellationToken);

    /// <inheritdoc />
    public override async Task LoosenAsync(CancellationToken cancellationToken)
    {
        foreach (var reference in References)
        {
            await ExecuteAsync($"ALTER TABLE \"{reference.Table.Name}\" DROP CONSTRAINT IF EXISTS \"{reference.Name}\"", null, cancellationToken);
        }
    }

    /// <inheritdoc />
    public override async Task InsertAsync(DbTransaction transaction, StoredTable table, IReadOnlyList<object?[]> rows, CancellationToken cancellationToken)
    {
        await using var import = await ((NpgsqlConnection)Connection).BeginBinaryImportAsync(
            $"COPY \"{table.Name}\" ({table.ColumnList}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        foreach (var row in rows)
        {
            await import.StartRowAsync(cancellationToken);
            for (var column = 0; column < row.Length; column++)
            {
                await (table.Columns[column].Stored(row[column]) is { } value
                    ? import.WriteAsync(value, table.Columns[column].Type, cancellationToken)
                    : import.WriteNullAsync(cancellationToken));
            }
        }

        await import.CompleteAsync(cancellationToken);
    }

    /// <inheritdoc />
    public override async Task TightenAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        await ExecuteAsync("SET LOCAL synchronous_commit = on", transaction, cancellationToken);
        MigrationOperation[] operations = [.. References.Select(AddForeignKeyOperation.CreateFrom)];
        foreach (var statement in Db.GetService<IMigrationsSqlGenerator>().Generate(operations))
        {
            await ExecuteAsync(statement.CommandText, transaction, cancellationToken);
        }
    }

    /// <inheritdoc />
    public override async Task GoOnBehindAsync(DbTransaction transaction, StoredTable table, long number, CancellationToken cancellationToken)
    {
        if (await SequenceOfAsync(table, transaction, cancellationToken) is { } sequence && number > 0)
        {
            await ExecuteAsync($"SELECT setval('{sequence}', {number.ToString(CultureInfo.InvariantCulture)})", transaction, cancellationToken);
        }
    }

    /// <summary>What autovacuum would do in a minute. An empty table that it looked at would be taken for a small one for good.</summary>
    public override async Task SettleAsync(IReadOnlyList<CopiedTable> filled, CancellationToken cancellationToken)
    {
        foreach (var table in filled)
        {
            await ExecuteAsync($"ANALYZE \"{table.Name}\"", null, cancellationToken);
        }
    }

    private async Task<string?> SequenceOfAsync(StoredTable table, DbTransaction? transaction, CancellationToken cancellationToken) => table.Number is null
        ? null
        : await ScalarAsync($"SELECT pg_get_serial_sequence('\"{table.Name}\"', '{table.Number.Name}')", transaction, cancellationToken) as string;

    private async Task LockAsync(long number, string refusal, CancellationToken cancellationToken)
    {
        try
        {
            await ExecuteAsync($"SET lock_timeout = '{Patience}s'; SELECT pg_advisory_lock({number}); SET lock_timeout = 0", null, cancellationToken);
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            throw new CopyException(string.Format(CultureInfo.InvariantCulture, refusal, Patience));
        }
    }
}
