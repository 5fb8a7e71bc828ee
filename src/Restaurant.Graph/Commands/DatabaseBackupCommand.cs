using System.CommandLine;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Data.Backups;

namespace Restaurant.Graph.Commands;

/// <summary><c>database backup</c></summary>
internal static class DatabaseBackupCommand
{
    private const int Interrupted = 130;
    private const int DefaultKeep = 7;
    private const int MaxKeep = 10_000;

    /// <summary>Creates the command.</summary>
    public static Command Create(string[] settings)
    {
        var folder = new Option<DirectoryInfo>("--folder") { Description = "The folder for the back-ups, created if there is none. Use one for each restaurant, on another disk.", Required = true };
        var keep = new Option<int>("--keep") { Description = "How many back-ups to keep, from 1 to 10,000; older ones are removed once the new one is verified.", DefaultValueFactory = static _ => DefaultKeep }
            .Bounded(1, MaxKeep);
        var command = new Command(
            "backup",
            "Backs up the database while servers run: SQLite into a file (VACUUM INTO), PostgreSQL with pg_dump, which must be on the PATH. The file is verified and written "
            + "through to the disk before it gets its name, restaurant-YYYYMMDD-HHMMSS (UTC) with .db or .dump. docs/operations.md tells how to restore it.")
        {
            folder, keep,
        };
        command.SetAction((given, cancellationToken) => House.VisitAsync(
            settings, services => BackUpAsync(services, given.GetRequiredValue(folder).FullName, given.GetValue(keep), cancellationToken), cancellationToken));
        return command;
    }

    private static async Task<int> BackUpAsync(IServiceProvider services, string path, int keep, CancellationToken cancellationToken)
    {
        var database = services.GetRequiredService<RestaurantDb>().Database;
        var connectionString = database.GetConnectionString() ?? "";
        DatabaseBackup backup = database.IsSqlite() ? new SqliteBackup(connectionString) : new PostgreSqlBackup(connectionString);
        Console.WriteLine($"Database: {DatabasePlace.Of(services)}");
        var display = new ProgressLine(Console.Out, !Console.IsOutputRedirected);
        string? partial = null;
        try
        {
            using var folder = BackupFolder.Open(path, backup.Extension);
            partial = folder.Begin(services.GetRequiredService<TimeProvider>().GetUtcNow());
            await backup.WriteAsync(partial, display, cancellationToken);
            var file = BackupFolder.Complete(partial);
            display.End();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Verified: {file}, {new FileInfo(file).Length / 1e6:N1} MB."));
            foreach (var old in folder.Rotate(keep))
            {
                Console.WriteLine($"Removed: {old}");
            }

            return 0;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            return await FailAsync("Interrupted. No back-up was made.", Interrupted);
        }
        catch (Exception fault) when (fault is BackupException or IOException or UnauthorizedAccessException or SqliteException)
        {
            return await FailAsync($"No back-up was made: {fault.Message}", 1);
        }

        async Task<int> FailAsync(string message, int code)
        {
            display.End();
            if (partial is not null)
            {
                File.Delete(partial);
            }

            await Console.Error.WriteLineAsync(message);
            return code;
        }
    }
}
