using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace Restaurant.Graph.Platform.Writing.Sqlite;

/// <summary>The one that writes to a file, with the statements that it has prepared.</summary>
internal sealed class SqliteWriteConnection : WriteConnection
{
    private const int CacheKibibytes = 32 * 1024;
    private const int PagesToCheckpoint = 4_000;

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, WriteStatement> _prepared = new(StringComparer.Ordinal);
    private readonly Dictionary<object, WriteStatement> _inserts = [];

    private SqliteWriteConnection(DbContext db, SqliteConnection connection)
        : base(db) => _connection = connection;

    private bool IsInTransaction => raw.sqlite3_get_autocommit(_connection.Handle) == 0;

    /// <summary>Opens the connection of a context, and makes the context leave transactions to it.</summary>
    public static SqliteWriteConnection Open(DbContext db, TimeSpan lockTimeout)
    {
        db.Database.OpenConnection();
        db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        var connection = new SqliteWriteConnection(db, (SqliteConnection)db.Database.GetDbConnection());
        raw.sqlite3_busy_timeout(connection._connection.Handle, (int)lockTimeout.TotalMilliseconds);

        // What was acknowledged survives a loss of power, too.
        connection.Run("PRAGMA synchronous = FULL");

        // Pages that are written again and again are kept, and brought from the log into the file less often than by default.
        connection.Run($"PRAGMA cache_size = -{CacheKibibytes}");
        connection.Run($"PRAGMA wal_autocheckpoint = {PagesToCheckpoint}");
        return connection;
    }

    /// <inheritdoc />
    public override ValueTask BeginAsync() => RunAsync("BEGIN IMMEDIATE");

    /// <inheritdoc />
    public override ValueTask BeginOneAsync() => RunAsync("SAVEPOINT one");

    /// <inheritdoc />
    public override ValueTask EndOneAsync() => RunAsync("RELEASE one");

    /// <inheritdoc />
    public override ValueTask<bool> TryUndoOneAsync(Exception fault)
    {
        if (!IsInTransaction)
        {
            return ValueTask.FromResult(false);
        }

        Run("ROLLBACK TO one");
        Run("RELEASE one");
        return ValueTask.FromResult(true);
    }

    /// <inheritdoc />
    public override ValueTask CommitAsync() => RunAsync("COMMIT");

    /// <inheritdoc />
    public override ValueTask<Undone> UndoAsync(Exception fault)
    {
        // The engine may have given the whole of it up by itself, as it does where the disk is full.
        if (IsInTransaction)
        {
            Run("ROLLBACK");
        }

        return ValueTask.FromResult(Undone.ForGood);
    }

    /// <inheritdoc />
    public override ValueTask<object?[]?> FirstAsync(string text, params object?[] values) => ValueTask.FromResult(Prepare(text).First(Array.ConvertAll(values, Storage.StoredValue.Of)));

    /// <inheritdoc />
    public override ValueTask InsertAsync(IReadOnlyList<NewRow> rows, Func<IReadOnlyList<NewRow>> records)
    {
        Insert(rows);
        Insert(records());
        return ValueTask.CompletedTask;
    }

    /// <summary>A statement, prepared once.</summary>
    public WriteStatement Prepare(string text)
    {
        if (!_prepared.TryGetValue(text, out var statement))
        {
            _prepared.Add(text, statement = new WriteStatement(_connection.Handle!, text));
        }

        return statement;
    }

    /// <summary>Brings all that is in the log into the file, as far as nobody reads it, and closes what is prepared.</summary>
    public override ValueTask DisposeAsync()
    {
        Run("PRAGMA wal_checkpoint(TRUNCATE)");
        foreach (var statement in _prepared.Values)
        {
            statement.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private void Insert(IReadOnlyList<NewRow> rows)
    {
        foreach (var row in rows)
        {
            var statement = Prepare(row.Plan, static plan => InsertText.Of(plan.Table, plan.Columns.Select(static column => column.Name), static _ => "?"));
            statement.Run([.. row.Values().Zip(row.Plan.Columns, static (value, column) => column.Property.Stored(value))]);
            row.Plan.SetKey(row.Row, statement.InsertedKey);
        }

        foreach (var (row, joined) in rows.SelectMany(static row => row.Plan.Joins, static (row, joined) => (row, joined)))
        {
            foreach (var other in joined.Of(row.Row))
            {
                Prepare(joined, static join => InsertText.Of(join.Table, [join.Column, join.OtherColumn], static _ => "?")).Run([row.Plan.KeyOf(row.Row), joined.KeyOf(other)]);
            }
        }
    }

    private WriteStatement Prepare<T>(T plan, Func<T, string> text)
        where T : class
    {
        if (!_inserts.TryGetValue(plan, out var statement))
        {
            _inserts.Add(plan, statement = Prepare(text(plan)));
        }

        return statement;
    }

    private ValueTask RunAsync(string text)
    {
        Run(text);
        return ValueTask.CompletedTask;
    }

    private void Run(string text) => Prepare(text).Run([]);
}
