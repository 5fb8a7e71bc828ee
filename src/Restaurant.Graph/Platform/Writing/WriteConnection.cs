using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace Restaurant.Graph.Platform.Writing;

/// <summary>The connection that writes, with the statements that it has prepared.</summary>
internal sealed class WriteConnection : IDisposable
{
    private const int CacheKibibytes = 32 * 1024;
    private const int PagesToCheckpoint = 4_000;

    private static readonly ConditionalWeakTable<SqliteConnection, WriteConnection> Known = [];

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, WriteStatement> _prepared = new(StringComparer.Ordinal);

    private WriteConnection(SqliteConnection connection)
    {
        _connection = connection;
        Known.Add(connection, this);
    }

    /// <summary>Opens the connection of a context, and makes the context leave transactions to it.</summary>
    public static WriteConnection Open(DbContext db, TimeSpan lockTimeout)
    {
        db.Database.OpenConnection();
        db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        var connection = new WriteConnection((SqliteConnection)db.Database.GetDbConnection());
        raw.sqlite3_busy_timeout(connection._connection.Handle, (int)lockTimeout.TotalMilliseconds);

        // What was acknowledged survives a loss of power, too.
        connection.Run("PRAGMA synchronous = FULL");

        // Pages that are written again and again are kept, and brought from the log into the file less often than by default.
        connection.Run($"PRAGMA cache_size = -{CacheKibibytes}");
        connection.Run($"PRAGMA wal_autocheckpoint = {PagesToCheckpoint}");
        return connection;
    }

    /// <summary>That of a context; null if it is not one that writes this way.</summary>
    public static WriteConnection? Of(DbContext db) =>
        db.Database.GetDbConnection() is SqliteConnection connection && Known.TryGetValue(connection, out var known) ? known : null;

    /// <summary>Begins a transaction, for which no other process may be writing.</summary>
    public void Begin() => Run("BEGIN IMMEDIATE");

    /// <summary>Begins one unit of work in it.</summary>
    public void BeginOne() => Run("SAVEPOINT one");

    /// <summary>Ends one.</summary>
    public void EndOne() => Run("RELEASE one");

    /// <summary>Undoes one and nothing else; false if the engine has given up the whole transaction.</summary>
    public bool TryUndoOne()
    {
        if (!IsInTransaction)
        {
            return false;
        }

        Run("ROLLBACK TO one");
        EndOne();
        return true;
    }

    /// <summary>Makes it durable.</summary>
    public void Commit() => Run("COMMIT");

    /// <summary>Undoes everything, if the engine has not.</summary>
    public void TryRollback()
    {
        if (IsInTransaction)
        {
            Run("ROLLBACK");
        }
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
    public void Dispose()
    {
        Run("PRAGMA wal_checkpoint(TRUNCATE)");
        foreach (var statement in _prepared.Values)
        {
            statement.Dispose();
        }
    }

    private bool IsInTransaction => raw.sqlite3_get_autocommit(_connection.Handle) == 0;

    private void Run(string text) => Prepare(text).Run([]);
}
