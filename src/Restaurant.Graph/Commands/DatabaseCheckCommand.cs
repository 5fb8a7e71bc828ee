using System.CommandLine;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Data.Checking;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Commands;

/// <summary><c>database check</c></summary>
internal static class DatabaseCheckCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(string[] settings)
    {
        var command = new Command(
            "check",
            "Checks that the database is whole: what the database can say of itself, and what holds between the rows of a restaurant, such as stock and its ledger. "
            + "It changes nothing, and a server may run meanwhile. Each fault is a line; with any the exit code is 1.");
        command.SetAction((_, cancellationToken) => House.VisitAsync(settings, services => CheckAsync(services.GetRequiredService<RestaurantDb>(), cancellationToken), cancellationToken));
        return command;
    }

    private static async Task<int> CheckAsync(RestaurantDb db, CancellationToken cancellationToken)
    {
        Console.WriteLine($"Database: {DatabasePlace.Of(db)}");
        await SchemaVersion.EnsureWholeAsync(db.Database, cancellationToken);
        if (!await SchemaVersion.IsNewestAsync(db.Database, cancellationToken))
        {
            throw new InvalidDataException("The schema is older than this server: run the command 'database migrate', or check with the server that made it.");
        }

        // One state of the data, although a server may be writing.
        await db.Database.BeginSnapshotAsync(cancellationToken);
        string[] tables = [.. db.Model.GetEntityTypes().Select(static type => type.GetTableName()).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var faults = 0;
        foreach (var check in StorageChecks.Of(db.Database, tables).Concat(RestaurantChecks.All))
        {
            var lines = await RunAsync(check, db, cancellationToken);
            Console.WriteLine($"{check.Name}: {(lines.Count == 0 ? "ok" : "faults")}");
            foreach (var line in lines)
            {
                await Console.Error.WriteLineAsync($"{check.Name}: {line}");
            }

            faults += lines.Count;
        }

        Console.WriteLine(faults == 0 ? "The database is whole." : "The database has faults: restore a back-up, or correct them (docs/operations.md).");
        return faults == 0 ? 0 : 1;
    }

    private static async Task<IReadOnlyList<string>> RunAsync(DatabaseCheck check, RestaurantDb db, CancellationToken cancellationToken)
    {
        try
        {
            return await check.RunAsync(db.Database, cancellationToken);
        }
        catch (DbException fault)
        {
            return [fault.Message];
        }
    }
}
