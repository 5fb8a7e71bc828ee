using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Platform.Writing.PostgreSql;

/// <summary>
/// The one that writes to PostgreSQL. Whoever begins takes the turn of all copies (<see cref="PostgreSqlLocks.Turn"/>) until the commit: what hangs
/// together in a restaurant, such as the last portion, hangs on the same few rows, for which transactions would wait anyhow, or fail and be tried again.
/// </summary>
internal sealed class PostgreSqlWriteConnection : WriteConnection
{
    private const string One = "one";

    /// <summary>In milliseconds.</summary>
    private const long ShortestTurn = 500;

    private readonly DbContext _db;
    private readonly NpgsqlConnection _connection;
    private readonly TimeSpan _retryTime;
    private readonly FirstRows _rows;
    private NpgsqlTransaction? _transaction;
    private string _transactionId = "";
    private bool _hasBegunOne;
    private bool _hasSavepoint;
    private bool _isCommitting;

    private PostgreSqlWriteConnection(DbContext db, NpgsqlConnection connection, TimeSpan retryTime)
        : base(db)
    {
        (_db, _connection, _retryTime, _rows) = (db, connection, retryTime, new FirstRows(connection));
        db.SavingChanges += (_, _) => _rows.Forget();
    }

    private NpgsqlTransaction Transaction => _transaction ?? throw new InvalidOperationException("There is no transaction.");

    /// <summary>Opens the connection of a context.</summary>
    public static async ValueTask<PostgreSqlWriteConnection> ConnectAsync(DbContext db, WritingOptions options)
    {
        await db.Database.OpenConnectionAsync();
        db.Database.AutoSavepointsEnabled = false;
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();

        // One who stops in the middle of their turn loses it, before those who wait for it give up. Nothing at all would be no bound to PostgreSQL.
        var turn = Math.Max((long)options.LockTimeout.TotalMilliseconds, ShortestTurn);
        await using var command = new NpgsqlCommand($"SET idle_in_transaction_session_timeout = {turn}; SET lock_timeout = {turn * 2}; SET jit = off", connection);
        await command.ExecuteNonQueryAsync();
        return new PostgreSqlWriteConnection(db, connection, options.RetryTime);
    }

    /// <inheritdoc />
    public override async ValueTask BeginAsync()
    {
        (_isCommitting, _hasBegunOne, _hasSavepoint) = (false, false, false);
        var transaction = await _db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted);
        _transaction = (NpgsqlTransaction)transaction.GetDbTransaction();

        // The id is what it is asked by whether it was committed, should the answer to that be lost. How long to wait is PostgreSQL's to know.
        await using var command = new NpgsqlCommand($"SELECT pg_current_xact_id()::text FROM pg_advisory_xact_lock({PostgreSqlLocks.Turn})", _connection) { CommandTimeout = 0 };
        _transactionId = (string)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>
    /// The first, before which there is nothing to go back to, needs no savepoint. Those of others are sent with what comes next, and are left to
    /// the transaction to release: each answer that is waited for is waited for by all whose turn comes later.
    /// </summary>
    public override async ValueTask BeginOneAsync()
    {
        _rows.Forget();
        _hasSavepoint = _hasBegunOne;
        _hasBegunOne = true;
        await (_hasSavepoint ? Transaction.SaveAsync(One) : Task.CompletedTask);
    }

    /// <inheritdoc />
    public override ValueTask EndOneAsync() => ValueTask.CompletedTask;

    /// <inheritdoc />
    public override async ValueTask<bool> TryUndoOneAsync(Exception fault)
    {
        if (_connection.State != ConnectionState.Open || PostgreSqlFaults.IsPassing(fault))
        {
            return false;
        }

        if (_hasSavepoint)
        {
            await Transaction.RollbackAsync(One);
        }
        else
        {
            await EndAsync();
            await BeginAsync();
        }

        return true;
    }

    /// <inheritdoc />
    public override async ValueTask CommitAsync()
    {
        _isCommitting = true;
        await Transaction.CommitAsync();
        await EndAsync();
    }

    /// <inheritdoc />
    public override async ValueTask<Undone> UndoAsync(Exception fault)
    {
        var isLost = _connection.State != ConnectionState.Open;
        try
        {
            await EndAsync();
        }
        catch (NpgsqlException)
        {
            isLost = true;
        }

        return isLost && _isCommitting ? await CommitOutcome.OfAsync(_db, _transactionId, _retryTime)
            : isLost || PostgreSqlFaults.IsPassing(fault) ? Undone.ToBeTriedAgain
            : Undone.ForGood;
    }

    /// <inheritdoc />
    public override ValueTask<object?[]?> FirstAsync(string text, params object?[] values) => _rows.FirstAsync(text, values);

    /// <inheritdoc />
    public override async ValueTask InsertAsync(IReadOnlyList<NewRow> rows, Func<IReadOnlyList<NewRow>> records)
    {
        _rows.Forget();
        await InsertBatch.GiveKeysAsync(_connection, rows);
        await using var batch = new NpgsqlBatch(_connection, Transaction);
        foreach (var row in rows.Concat(records()))
        {
            batch.BatchCommands.Add(InsertBatch.Of(_connection, row));
        }

        foreach (var (row, joined) in rows.SelectMany(static row => row.Plan.Joins, static (row, joined) => (row, joined)))
        {
            foreach (var other in joined.Of(row.Row))
            {
                batch.BatchCommands.Add(InsertBatch.Of(joined, row.Plan.KeyOf(row.Row), joined.KeyOf(other)));
            }
        }

        if (batch.BatchCommands.Count > 0)
        {
            await batch.ExecuteNonQueryAsync();
        }
    }

    /// <inheritdoc />
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async ValueTask EndAsync()
    {
        _transaction = null;
        await (_db.Database.CurrentTransaction?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}
