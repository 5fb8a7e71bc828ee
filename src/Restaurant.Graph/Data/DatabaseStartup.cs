using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Data.Startup;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Import;

namespace Restaurant.Graph.Data;

/// <summary>Prepares the database before anything else starts: brings its schema up to date, and imports the demo menu where that is set.</summary>
internal sealed class DatabaseStartup(
    IServiceScopeFactory scopes, DatabaseMigrator migrator, DatabaseLock databaseLock, IOptions<RestaurantOptions> restaurant, ILogger<DatabaseStartup> logger)
    : IHostedLifecycleService, IProgress<StartupStep>
{
    /// <summary>The demo menu.</summary>
    public static string SeedFile => Path.Combine(AppContext.BaseDirectory, "Data", "Seed", "menu.json");

    /// <summary>Brings the schema up to date.</summary>
    public Task MigrateAsync(IProgress<StartupStep>? progress, CancellationToken cancellationToken) => migrator.RunAsync(progress, cancellationToken);

    /// <summary>Imports a menu file.</summary>
    /// <returns>How many dishes the menu now has, and the faults that kept it from being imported.</returns>
    public async Task<(int Dishes, IReadOnlyList<JsonFault> Faults)> ImportAsync(string path, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var json = File.OpenRead(path);
        return await scope.ServiceProvider.GetRequiredService<MenuImport>().RunAsync(json, cancellationToken);
    }

    /// <inheritdoc />
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await MigrateAsync(this, cancellationToken);
        WarnOfOtherReaders();
        if (!await HasMenuAsync(cancellationToken))
        {
            await OpenWithoutMenuAsync(cancellationToken);
        }

        // Built here, beside the schema, and not at the first request.
        await using var scope = scopes.CreateAsyncScope();
        _ = scope.ServiceProvider.GetRequiredService<RestaurantDb>().Model;
    }

    /// <inheritdoc />
    public void Report(StartupStep value)
    {
        var level = value is StartupStep.Waiting ? LogLevel.Warning : LogLevel.Information;
        logger.Log(level, "{Step}", value);
    }

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void WarnOfOtherReaders()
    {
        using var scope = scopes.CreateScope();
        var database = scope.ServiceProvider.GetRequiredService<RestaurantDb>().Database;
        if (database.IsSqlite() && SqliteFile.PathOf(database.GetConnectionString()) is { } path && SqliteFile.IsReadableByOthers(path))
        {
            logger.LogWarning("All users of this machine can read the database file {Path}: make it readable for its owner only (chmod 600)", path);
        }
    }

    private async Task OpenWithoutMenuAsync(CancellationToken cancellationToken)
    {
        if (restaurant.Value.DemoMenu is not true)
        {
            logger.LogWarning(
                "There is no menu yet. The command 'menu import FILE' imports one, also while the server runs; docs/menu-format.md describes the file. "
                + "With Restaurant:DemoMenu=true the next start imports the demo menu");
            return;
        }

        // Copies of the server that come to an empty database at the same time import one menu.
        await using var held = await databaseLock.AcquireAsync(this, cancellationToken);
        if (await HasMenuAsync(cancellationToken))
        {
            return;
        }

        var (dishes, faults) = await ImportAsync(SeedFile, cancellationToken);
        if (faults.Count > 0)
        {
            throw new InvalidOperationException($"The demo menu has faults: {string.Join("; ", faults)}");
        }

        logger.LogInformation("There was no menu: imported the demo menu, {Dishes} dishes", dishes);
    }

    private async Task<bool> HasMenuAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<RestaurantDb>().Database;
        await database.OpenConnectionAsync(cancellationToken);
        return await SchemaVersion.ScalarAsync(database, """SELECT 1 FROM "Menus" LIMIT 1""", cancellationToken) is not null;
    }
}
