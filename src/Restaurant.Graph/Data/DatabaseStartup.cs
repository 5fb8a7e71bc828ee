using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
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
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<RestaurantDb>().Database;
        await database.OpenConnectionAsync(cancellationToken);
        if (!await IsUpToDateAsync(database, cancellationToken))
        {
            await database.MigrateAsync(cancellationToken);
        }

        if (database.IsSqlite())
        {
            await ScalarAsync(database, "PRAGMA journal_mode = WAL", cancellationToken);
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

    // Copies of the server that open an empty restaurant at the same time import one menu. A file is opened by one.
    private async Task<IAsyncDisposable> AloneAsync(CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<RestaurantDb>().Database;
        if (database.IsNpgsql())
        {
            await database.BeginTransactionAsync(cancellationToken);
            await ScalarAsync(database, $"SELECT pg_advisory_xact_lock({PostgreSqlLocks.Opening})", cancellationToken);
        }

        return scope;
    }

    private async Task<bool> HasMenuAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<RestaurantDb>().Database;
        await database.OpenConnectionAsync(cancellationToken);
        return await ScalarAsync(database, """SELECT 1 FROM "Menus" LIMIT 1""", cancellationToken) is not null;
    }

    // Asked in plain SQL: EF Core compares whole models before it migrates, and almost always there is nothing to do.
    private static async Task<bool> IsUpToDateAsync(DatabaseFacade database, CancellationToken cancellationToken)
    {
        var context = database.IsNpgsql() ? typeof(PostgreSqlDb) : typeof(SqliteDb);
        var newest = typeof(RestaurantDb).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == context)
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).Max(StringComparer.Ordinal);
        var history = await ScalarAsync(
            database,
            database.IsNpgsql() ? """SELECT to_regclass('"__EFMigrationsHistory"')::text""" : "SELECT 1 FROM sqlite_master WHERE name = '__EFMigrationsHistory'",
            cancellationToken);
        var last = history is null or DBNull ? null : await ScalarAsync(database, """SELECT max("MigrationId") FROM "__EFMigrationsHistory" """, cancellationToken) as string;
        return string.CompareOrdinal(last, newest) <= 0
            ? string.Equals(last, newest, StringComparison.Ordinal)
            : throw new InvalidDataException($"The database is of a newer server: it was brought to '{last}', and what this one knows ends with '{newest}'.");
    }

    private static async Task<object?> ScalarAsync(DatabaseFacade database, string sql, CancellationToken cancellationToken)
    {
        await using var command = database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancellationToken);
    }
}
