using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Restaurant.Graph.Data.Startup;

/// <summary>Brings the schema of the database up to date. Interrupted at any step, the next run completes it.</summary>
internal sealed class DatabaseMigrator(IServiceScopeFactory scopes, DatabaseLock databaseLock)
{
    /// <summary>Applies the pending migrations, and switches a file to WAL mode, where readers never wait for the writer, nor the writer for readers.</summary>
    public async Task RunAsync(IProgress<StartupStep>? progress, CancellationToken cancellationToken)
    {
        if (await IsNewestAsync(cancellationToken))
        {
            return;
        }

        await using var held = await databaseLock.AcquireAsync(progress, cancellationToken);

        // In a scope of its own: another process may have migrated meanwhile.
        if (!await IsNewestAsync(cancellationToken))
        {
            await MigrateAsync(progress, cancellationToken);
        }
    }

    private async Task<bool> IsNewestAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<RestaurantDb>().Database;
        if (database.IsSqlite())
        {
            SqliteFile.CreateFor(database.GetConnectionString());
        }

        await database.OpenConnectionAsync(cancellationToken);
        await SchemaVersion.EnsureWholeAsync(database, cancellationToken);
        var isNewest = await SchemaVersion.IsNewestAsync(database, cancellationToken);
        if (isNewest && database.IsSqlite())
        {
            await SchemaVersion.ScalarAsync(database, "PRAGMA journal_mode = WAL", cancellationToken);
        }

        return isNewest;
    }

    private async Task MigrateAsync(IProgress<StartupStep>? progress, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<RestaurantDb>().Database;
        await database.OpenConnectionAsync(cancellationToken);
        if (database.IsSqlite())
        {
            await SchemaVersion.ScalarAsync(database, "PRAGMA journal_mode = WAL", cancellationToken);

            // EF Core's own lock is a row, which outlives a process that is killed and is then waited for without end. All processes that
            // migrate hold the lock of this method, so a row that is found is such a one.
            await SchemaVersion.ScalarAsync(database, """DROP TABLE IF EXISTS "__EFMigrationsLock" """, cancellationToken);
        }

        var migrator = database.GetService<IMigrator>();
        string[] pending = [.. await database.GetPendingMigrationsAsync(cancellationToken)];
        foreach (var (index, migration) in pending.Index())
        {
            var start = TimeProvider.System.GetTimestamp();
            progress?.Report(new StartupStep.Migrating(migration, index + 1, pending.Length));
            await migrator.MigrateAsync(migration, cancellationToken);
            progress?.Report(new StartupStep.Migrated(migration, TimeProvider.System.GetElapsedTime(start)));
        }
    }
}
