using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Data.Startup;

/// <summary>
/// Lets one process at a time prepare a database. The lock ends with the process that holds it: of SQLite it is a locked file beside the database,
/// of PostgreSQL an advisory lock of an open transaction.
/// </summary>
internal sealed class DatabaseLock(IServiceScopeFactory scopes, IOptions<DatabaseOptions> options)
{
    /// <summary>What the name of the lock file adds to that of the database.</summary>
    public const string FileSuffix = "-lock";

    private static readonly TimeSpan RetryInterval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan ReportInterval = TimeSpan.FromSeconds(5);

    /// <summary>Waits for the lock.</summary>
    /// <param name="progress">Receives <see cref="StartupStep.Waiting"/> at once if another process holds it, and each 5 s from then on.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="IOException">Another process holds it for longer than <see cref="DatabaseOptions.MigrationLockTimeout"/>.</exception>
    public async Task<IAsyncDisposable> AcquireAsync(IProgress<StartupStep>? progress, CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        try
        {
            var database = scope.ServiceProvider.GetRequiredService<RestaurantDb>().Database;
            if (database.IsNpgsql())
            {
                // The transaction is idle while another connection migrates.
                await database.BeginTransactionAsync(cancellationToken);
                await SchemaVersion.ScalarAsync(database, "SET LOCAL idle_in_transaction_session_timeout = 0", cancellationToken);
                await WaitAsync(
                    async () => await SchemaVersion.ScalarAsync(database, $"SELECT pg_try_advisory_xact_lock({PostgreSqlLocks.Opening})", cancellationToken) is true,
                    progress,
                    cancellationToken);
                return scope;
            }

            if (SqliteFile.PathOf(database.GetConnectionString()) is not { } path)
            {
                return scope;
            }

            FileLock? held = null;
            await WaitAsync(() => Task.FromResult((held = FileLock.TryAcquire(path + FileSuffix)) is not null), progress, cancellationToken);
            await scope.DisposeAsync();
            return new Holder(held);
        }
        catch
        {
            await scope.DisposeAsync();
            throw;
        }
    }

    // By the system's clock: it is another process that is waited for.
    private async Task WaitAsync(Func<Task<bool>> tryAcquire, IProgress<StartupStep>? progress, CancellationToken cancellationToken)
    {
        var (start, timeout) = (TimeProvider.System.GetTimestamp(), options.Value.MigrationLockTimeout);
        var nextReport = TimeSpan.Zero;
        while (!await tryAcquire())
        {
            var elapsed = TimeProvider.System.GetElapsedTime(start);
            if (elapsed > timeout)
            {
                throw new IOException(
                    $"Another process has been preparing the database for {timeout:c} (Database:MigrationLockTimeout). Wait until it ends, or end it, and start again.");
            }

            if (elapsed >= nextReport)
            {
                progress?.Report(new StartupStep.Waiting(elapsed, timeout));
                nextReport = elapsed + ReportInterval;
            }

            await Task.Delay(RetryInterval, TimeProvider.System, cancellationToken);
        }
    }

    private sealed class Holder(FileLock? held) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            held?.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
