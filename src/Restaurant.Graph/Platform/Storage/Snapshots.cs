using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Restaurant.Graph.Platform.Storage;

/// <summary>Reading one state of the data over several statements.</summary>
internal static class Snapshots
{
    /// <summary>
    /// Begins a read-only view that lasts until it is ended, or as long as the context; it takes no lock that keeps a writer waiting.
    /// </summary>
    public static async Task BeginSnapshotAsync(this DatabaseFacade database, CancellationToken cancellationToken)
    {
        await database.OpenConnectionAsync(cancellationToken);
        var connection = (SqliteConnection)database.GetDbConnection();
        await database.UseTransactionAsync(connection.BeginTransaction(deferred: true), cancellationToken);
    }
}
