using Npgsql;

namespace Restaurant.Graph.Platform.Storage;

/// <summary>What goes wrong with PostgreSQL.</summary>
internal static class PostgreSqlFaults
{
    /// <summary>SQLSTATE of <c>idle_in_transaction_session_timeout</c>, which Npgsql has no name for.</summary>
    internal const string IdleInTransaction = "25P03";

    /// <summary>SQLSTATE class of connection exceptions, which proxies before the database report as well.</summary>
    private const string ConnectionClass = "08";

    /// <summary>The fault of the database in an exception; null if it is of another kind.</summary>
    public static NpgsqlException? Of(Exception fault)
    {
        // EF Core wraps it, and what it thinks may pass once more.
        var inner = fault;
        while (inner is not null and not NpgsqlException)
        {
            inner = inner.InnerException;
        }

        return inner as NpgsqlException;
    }

    /// <summary>Whether an exception is of a fault of the database that may pass; see <see cref="IsPassing(NpgsqlException)"/>.</summary>
    public static bool IsPassing(Exception fault) => Of(fault) is { } failed && IsPassing(failed);

    /// <summary>
    /// Whether the same may go well in a moment: the connection was cut, the database is being started again, another server is about to take its place,
    /// or it could not tell in which order two transactions were.
    /// </summary>
    public static bool IsPassing(NpgsqlException fault) => fault is not PostgresException failed || failed.SqlState is
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected
        or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
        or PostgresErrorCodes.ReadOnlySqlTransaction or IdleInTransaction or PostgresErrorCodes.TooManyConnections
        || failed.SqlState.StartsWith(ConnectionClass, StringComparison.Ordinal);
}
