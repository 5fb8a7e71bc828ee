using System.CommandLine;
using Microsoft.Data.Sqlite;
using Restaurant.Graph.Data.Copying;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Commands;

/// <summary><c>database migrate</c>, <c>check</c>, <c>backup</c> and <c>copy</c></summary>
internal static class DatabaseCommand
{
    private const int Interrupted = 130;
    private const int UsualBatch = 1_000;
    private const int LargestBatch = 100_000;

    /// <summary>Describes the command.</summary>
    public static Command Create(string[] settings)
    {
        var from = Place("--from", $"What is copied: {CopyPlace.Form}.");
        var to = Place("--to", "Where to, in the same form: empty, or what this command left when it was interrupted.");
        var batch = new Option<int>("--batch-size") { Description = "How many rows are committed together, from 1 to 100,000.", DefaultValueFactory = static _ => UsualBatch }.Bounded(1, LargestBatch);
        var copy = new Command(
            "copy",
            "Copies a whole restaurant from one database to another, and compares both. As long as it runs nobody can write to the source: a server over it goes on answering queries, and answers mutations with STORE_LOCKED. Interrupted, it goes on when the same command is given again. The password of PostgreSQL can stand in PGPASSWORD.")
        {
            from, to, batch,
        };
        copy.SetAction((arguments, cancellationToken) => CopyAsync(
            arguments.GetRequiredValue(from), arguments.GetRequiredValue(to), arguments.GetValue(batch), cancellationToken));
        return new Command("database", "Where everything is stored.")
        {
            DatabaseMigrateCommand.Create(settings), DatabaseCheckCommand.Create(settings), DatabaseBackupCommand.Create(settings), copy,
        };
    }

    // What is no place is not repeated: there may be a password in it.
    private static Option<CopyPlace> Place(string name, string description) => new(name)
    {
        Description = description,
        Required = true,
        CustomParser = result =>
        {
            var text = result.Tokens is [var token] ? token.Value : "";
            if (!CopyPlace.TryParse(text, out var place))
            {
                result.AddError($"{name} is not {CopyPlace.Form}.{CopyPlace.Hint(text)}");
            }

            return place;
        },
    };

    private static async Task<int> CopyAsync(CopyPlace from, CopyPlace to, int batchSize, CancellationToken cancellationToken)
    {
        var display = new CopyDisplay(Console.Out, !Console.IsOutputRedirected);
        try
        {
            if (from == to)
            {
                throw new CopyException("--from and --to are the same.");
            }

            await using var source = from.Open(CopySide.Source);
            await using var target = to.Open(CopySide.Target);
            Console.WriteLine($"From {from} to {to}.");
            var copied = await new DatabaseCopy(source, target, batchSize, display).RunAsync(cancellationToken);
            display.End();
            CopyReport.Write(copied, Console.Out);
            return 0;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            display.End();
            await Console.Error.WriteLineAsync("Interrupted. The same command goes on from here.");
            return Interrupted;
        }
        catch (Exception fault) when (fault is CopyException or SqliteException)
        {
            display.End();
            await Console.Error.WriteLineAsync(fault is CopyException ? fault.Message : $"The database cannot be used: {Files(from, to)}: {fault.Message}");
            return 1;
        }
    }

    // SQLite does not say which file it cannot use.
    private static string Files(params CopyPlace[] places) => string.Join(" or ", places.Where(static place => place.Provider == DatabaseProvider.Sqlite));
}
