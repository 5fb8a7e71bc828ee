using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;

namespace Restaurant.Graph.Commands;

/// <summary>The restaurant that a command is about, which has to be there: an address that is mistyped must not become a restaurant.</summary>
internal static class House
{
    private const int CannotOpen = 14;

    /// <summary>Does something in it, with its schema brought up to date before; the answer is the exit code.</summary>
    public static Task<int> EnterAsync(string[] settings, Func<IServiceProvider, Task<int>> run, CancellationToken cancellationToken) =>
        RunAsync(settings, services => services.GetRequiredService<DatabaseStartup>().MigrateAsync(StepDisplay.OfWaiting, cancellationToken), run, cancellationToken);

    /// <summary>Does something in it, with its schema as it is; the answer is the exit code.</summary>
    public static Task<int> VisitAsync(string[] settings, Func<IServiceProvider, Task<int>> run, CancellationToken cancellationToken) =>
        RunAsync(settings, static _ => Task.CompletedTask, run, cancellationToken);

    private static async Task<int> RunAsync(
        string[] settings, Func<IServiceProvider, Task> prepare, Func<IServiceProvider, Task<int>> run, CancellationToken cancellationToken)
    {
        await using var app = Server.Build(settings);
        return await DatabaseFault.NameAsync(() => DatabasePlace.Of(app.Services), async () =>
        {
            await using var scope = app.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<RestaurantDb>();
            if (!await IsThereAsync(db, cancellationToken))
            {
                throw new InvalidDataException($"There is no restaurant at {DatabasePlace.Of(db)}: start the server there once, or import a menu.");
            }

            await prepare(app.Services);
            return await run(scope.ServiceProvider);
        });
    }

    private static async Task<bool> IsThereAsync(RestaurantDb db, CancellationToken cancellationToken)
    {
        if (db.Database.IsSqlite() && new SqliteConnectionStringBuilder(db.Database.GetConnectionString()) is { Mode: SqliteOpenMode.ReadWriteCreate } given)
        {
            given.Mode = SqliteOpenMode.ReadWrite;
            db.Database.SetConnectionString(given.ToString());
        }

        try
        {
            await db.Database.OpenConnectionAsync(cancellationToken);
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode == CannotOpen && !Path.Exists(db.Database.GetDbConnection().DataSource))
        {
            return false;
        }

        return await SchemaVersion.IsRestaurantAsync(db.Database, cancellationToken);
    }
}
