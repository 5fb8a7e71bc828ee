using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace Restaurant.Graph.Platform.Storage;

/// <summary>What a fault of the store means for a request.</summary>
internal enum StoreFault
{
    /// <summary>The store cannot be reached, read or written.</summary>
    Unavailable,

    /// <summary>Another process or transaction holds a lock.</summary>
    Locked,

    /// <summary>There is no space left.</summary>
    Full,
}

/// <summary>Classifies exceptions of both databases.</summary>
internal static class StoreFaults
{
    private const string Npgsql = "Npgsql";

    /// <summary>Classifies an exception; null if the store has no part in it.</summary>
    public static StoreFault? Of(Exception fault) => Find(fault) switch
    {
        null => null,
        PostgresException failed => OfPostgreSql(failed.SqlState),
        SqliteException failed => OfSqlite(failed.SqliteErrorCode),
        _ => StoreFault.Unavailable,
    };

    /// <summary>Finds the exception of the database driver within an exception; null if there is none.</summary>
    public static Exception? Find(Exception fault)
    {
        // EF Core wraps it, once more where it takes the fault for a transient one. What an HTTP client met is no fault of the store.
        for (var inner = fault; inner is not (null or HttpRequestException); inner = inner.InnerException)
        {
            if (inner is NpgsqlException or SqliteException or SocketException || IsOfBrokenConnection(inner))
            {
                return inner;
            }
        }

        return null;
    }

    // Of a connection that was cut Npgsql says in such words that it cannot be used any more.
    private static bool IsOfBrokenConnection(Exception fault) =>
        fault is InvalidOperationException or TimeoutException or IOException && string.Equals(fault.Source, Npgsql, StringComparison.Ordinal);

    private static StoreFault? OfPostgreSql(string state) => state switch
    {
        PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected => StoreFault.Locked,
        PostgresErrorCodes.DiskFull => StoreFault.Full,
        PostgresErrorCodes.ReadOnlySqlTransaction or PostgreSqlFaults.IdleInTransaction
            or PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.QueryCanceled => StoreFault.Unavailable,
        _ => IsUnavailable(state) ? StoreFault.Unavailable : null,
    };

    // By classes (https://www.postgresql.org/docs/current/errcodes-appendix.html): connection, authorization, resources, operator, system, corruption.
    private static bool IsUnavailable(string state) => state[..2] is "08" or "28" or "53" or "57" or "58" or "XX" && state is not PostgresErrorCodes.InternalError;

    private static StoreFault? OfSqlite(int code) => code switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_PROTOCOL => StoreFault.Locked,
        raw.SQLITE_FULL => StoreFault.Full,
        raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY or raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_PERM
            or raw.SQLITE_NOMEM => StoreFault.Unavailable,
        _ => null,
    };
}
