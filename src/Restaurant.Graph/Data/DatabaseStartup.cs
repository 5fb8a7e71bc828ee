using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Platform.Import;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Data;

/// <summary>Makes the store ready before anything else starts: its schema brought up to date, and a menu in it if there is none.</summary>
public sealed class DatabaseStartup(IServiceScopeFactory scopes, ILogger<DatabaseStartup> logger) : IHostedLifecycleService
{
    /// <summary>The menu that an empty restaurant opens with.</summary>
    public static string SeedFile => Path.Combine(AppContext.BaseDirectory, "Data", "Seed", "menu.json");

    /// <summary>Applies the migrations. A file is read in WAL mode, where readers never wait for the writer, nor the writer for readers.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var alone = await AloneAsync(cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<RestaurantDb>().Database;
        await database.OpenConnectionAsync(cancellationToken);
        await SchemaVersion.EnsureWholeAsync(database, cancellationToken);
        if (!await SchemaVersion.IsNewestAsync(database, cancellationToken))
        {
            await database.MigrateAsync(cancellationToken);
        }

        if (database.IsSqlite())
        {
            await SchemaVersion.ScalarAsync(database, "PRAGMA journal_mode = WAL", cancellationToken);
        }
    }

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
        await MigrateAsync(cancellationToken);
        await using var alone = await AloneAsync(cancellationToken);
        if (await HasMenuAsync(cancellationToken))
        {
            // Built here, beside the schema, and not at the first request.
            await using var scope = scopes.CreateAsyncScope();
            _ = scope.ServiceProvider.GetRequiredService<RestaurantDb>().Model;
            return;
        }

        var (dishes, faults) = await ImportAsync(SeedFile, cancellationToken);
        if (faults.Count > 0)
        {
            throw new InvalidOperationException($"The seed menu has faults: {string.Join("; ", faults)}");
        }

        logger.LogInformation("The restaurant had no menu: imported the one it comes with, {Dishes} dishes", dishes);
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

    // Copies of the server that come to a database at the same time migrate it once and import one menu: EF Core lets go of its own lock between two
    // migrations.
    private async Task<IAsyncDisposable> AloneAsync(CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        try
        {
            var database = scope.ServiceProvider.GetRequiredService<RestaurantDb>().Database;
            if (database.IsNpgsql())
            {
                await database.BeginTransactionAsync(cancellationToken);
                await SchemaVersion.ScalarAsync(database, $"SELECT pg_advisory_xact_lock({PostgreSqlLocks.Opening})", cancellationToken);
            }

            return scope;
        }
        catch
        {
            await scope.DisposeAsync();
            throw;
        }
    }

    private async Task<bool> HasMenuAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<RestaurantDb>().Database;
        await database.OpenConnectionAsync(cancellationToken);
        return await SchemaVersion.ScalarAsync(database, """SELECT 1 FROM "Menus" LIMIT 1""", cancellationToken) is not null;
    }
}
