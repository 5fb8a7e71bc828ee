using GraphQL;
using Microsoft.Data.Sqlite;
using Npgsql;
using Restaurant.Graph.Platform.Storage;
using SQLitePCL;

namespace Restaurant.Graph.Platform.Writing;

/// <summary>Nothing was stored, through no fault of the client's; the same request may be sent again.</summary>
public sealed class StoreError : ExecutionError
{
    private StoreError(string code, string message, Exception? inner = null)
        : base(message, inner) => Code = code;

    /// <summary>More wait for their turn than may.</summary>
    public static StoreError Busy() => new("SERVER_BUSY", "Too much waits to be stored. Nothing was done: try again a little later.");

    /// <summary>The server stops.</summary>
    public static StoreError Stopping() => new("SERVER_STOPPING", "The server is stopping. Nothing was done: try again.");

    /// <summary>The store went away at the very moment.</summary>
    public static StoreError Unknown(Exception fault) =>
        new("STORE_UNAVAILABLE", "The store went away while it was being written. It may have been done: the same request with the same key will tell.", fault);

    /// <summary>What a fault of the store means to a client; null for any other fault.</summary>
    public static StoreError? Of(Exception fault) => fault as StoreError ?? OfStore(fault);

    private static StoreError? OfStore(Exception fault) => PostgreSqlFaults.Of(fault) is { } failed ? Of(failed, fault) : (fault as SqliteException ?? fault.InnerException as SqliteException)?.SqliteErrorCode switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => Locked(fault),
        raw.SQLITE_FULL => Full(fault),
        raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY or raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB =>
            Unavailable(fault),
        _ => null,
    };

    private static StoreError? Of(NpgsqlException failed, Exception fault) => failed.SqlState switch
    {
        PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected => Locked(fault),
        PostgresErrorCodes.DiskFull => Full(fault),
        _ => PostgreSqlFaults.IsPassing(failed) ? Unavailable(fault) : null,
    };

    private static StoreError Locked(Exception fault) =>
        new("STORE_LOCKED", "The store is being written by something else. Nothing was done: try again a little later.", fault);

    private static StoreError Full(Exception fault) => new("STORE_FULL", "The store has no room left. Nothing was done.", fault);

    private static StoreError Unavailable(Exception fault) => new("STORE_UNAVAILABLE", "The store cannot be written. Nothing was done.", fault);
}
