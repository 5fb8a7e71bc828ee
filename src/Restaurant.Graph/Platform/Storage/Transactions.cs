using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Restaurant.Graph.Platform.Storage;

/// <summary>Transactions of those who do not wait for a turn of the queue of writes.</summary>
internal static class Transactions
{
    /// <summary>
    /// Begins a read-only view of one state of the data that lasts until it is ended, or as long as the context; it takes no lock that keeps a writer waiting.
    /// </summary>
    public static async Task BeginSnapshotAsync(this DatabaseFacade database, CancellationToken cancellationToken)
    {
        if (database.IsNpgsql())
        {
            await database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
            return;
        }

        await database.OpenConnectionAsync(cancellationToken);
        var connection = (SqliteConnection)database.GetDbConnection();
        await database.UseTransactionAsync(connection.BeginTransaction(deferred: true), cancellationToken);
    }

    /// <summary>Begins to write, beside which nobody else does.</summary>
    public static async Task<IDbContextTransaction> BeginTurnAsync(this DatabaseFacade database, CancellationToken cancellationToken)
    {
        var transaction = await database.BeginTransactionAsync(cancellationToken);
        if (database.IsNpgsql())
        {
            // One that is suspended in the middle of it must not keep everybody waiting for good.
            await database.ExecuteSqlRawAsync($"SET LOCAL idle_in_transaction_session_timeout = '30s'; SELECT pg_advisory_xact_lock({PostgreSqlLocks.Turn})", cancellationToken);
        }

        return transaction;
    }
}
