using System.CommandLine;
using Microsoft.Data.Sqlite;
using Restaurant.Graph.Rush;

namespace Restaurant.Graph.Commands;

/// <summary><c>rush</c></summary>
internal static class RushCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create(string[] settings)
    {
        var seed = new Option<int>("--seed") { Description = "What decides all that is left to chance: the same seed is the same evening.", DefaultValueFactory = static _ => 42 };
        var guests = new Option<int>("--guests") { Description = "How many people come, from 1 to 2,000.", DefaultValueFactory = static _ => 200 }.Bounded(1, 2_000);
        var speed = new Option<double>("--speed") { Description = "How many seconds of the evening are one second here, up to 100,000; 0 for as many as can be.", DefaultValueFactory = static _ => 60 }.Bounded(0.0, 100_000.0);
        var database = new Option<FileInfo?>("--database") { Description = "A new file to keep the evening in; without it nothing is kept." };
        var command = new Command("rush", "Plays a Friday night through the public API, with guests, waiters, cooks and a clock of its own. Settings that an evening depends on are its own.") { seed, guests, speed, database };
        command.SetAction((arguments, cancellationToken) => RunAsync(
            new RushNight(arguments.GetValue(seed), arguments.GetValue(guests), arguments.GetValue(speed), settings), arguments.GetValue(database), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(RushNight night, FileInfo? kept, CancellationToken cancellationToken)
    {
        if (kept?.Exists is true)
        {
            await Console.Error.WriteLineAsync($"There is a file '{kept}' already. Name a new one.");
            return 1;
        }

        var folder = Directory.CreateTempSubdirectory("rush");
        try
        {
            var file = kept?.FullName ?? Path.Combine(folder.FullName, "rush.db");
            return await DatabaseFault.NameAsync(() => file, () => night.PlayAsync(file, Console.Out, cancellationToken));
        }
        catch (RushException fault)
        {
            await Console.Error.WriteLineAsync($"The evening cannot go on: {fault.Message}");
            return 1;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }
}
