using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Restaurant.Graph.Data.Startup;
using Restaurant.Graph.Platform.Storage;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Data.Startup;

/// <summary>Another process is preparing the same database.</summary>
public sealed class DatabaseLockTests
{
    private readonly LogLines _log = new();

    [Fact]
    [Trait("Store", "File")]
    public async Task A_start_says_what_it_waits_for_and_goes_on_when_the_other_process_ends()
    {
        await using var store = new TestFile(Database.NewPath());
        var held = FileLock.TryAcquire(store.Path + DatabaseLock.FileSuffix);
        var start = RestaurantApp.OverAsync(store, Log, "--Logging:LogLevel:Default=Information");
        await WaitForLogAsync(start);
        Assert.False(start.IsCompleted);
        held!.Dispose();
        await (await start).DisposeAsync();
    }

    [Fact]
    [Trait("Store", "File")]
    public async Task A_start_gives_up_after_a_time()
    {
        await using var store = new TestFile(Database.NewPath());
        using var held = FileLock.TryAcquire(store.Path + DatabaseLock.FileSuffix);
        var fault = await Assert.ThrowsAsync<IOException>(() => RestaurantApp.OverAsync(store, null, "--Database:MigrationLockTimeout=00:00:01"));
        Assert.Equal(
            "Another process has been preparing the database for 00:00:01 (Database:MigrationLockTimeout). Wait until it ends, or end it, and start again.", fault.Message);
    }

    [PostgreSqlFact]
    public async Task A_start_on_PostgreSQL_says_what_it_waits_for_and_goes_on_when_the_other_process_ends()
    {
        await using var store = await TestDatabase.EmptyAsync(PostgreSqlServer.Named!);
        Task<RestaurantApp> start;
        await using (var other = store.Connect())
        {
            await using var command = other.CreateCommand();
            command.CommandText = $"SELECT pg_advisory_lock({PostgreSqlLocks.Opening})";
            await command.ExecuteNonQueryAsync();
            start = RestaurantApp.OverAsync(store, Log, "--Logging:LogLevel:Default=Information");
            await WaitForLogAsync(start);
            Assert.False(start.IsCompleted);
        }

        await (await start).DisposeAsync();
    }

    [Fact]
    [Trait("Store", "File")]
    public async Task A_start_over_a_database_that_is_up_to_date_takes_no_lock()
    {
        await using var store = new TestFile(await Database.CopyAsync());
        using var held = FileLock.TryAcquire(store.Path + DatabaseLock.FileSuffix);
        await (await RestaurantApp.OverAsync(store, null, "--Database:MigrationLockTimeout=00:00:01")).DisposeAsync();
    }

    private void Log(IServiceCollection services) => services.AddSingleton<ILoggerProvider>(_log);

    private async Task WaitForLogAsync(Task start)
    {
        while (!start.IsCompleted && !_log.Lines.Any(static line => line.StartsWith("Waiting for another process that is preparing the database: 0 s so far, at most 600 s", StringComparison.Ordinal)))
        {
            await Task.Yield();
        }
    }
}
