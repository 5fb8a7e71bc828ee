using System.CommandLine;
using System.Globalization;
using Restaurant.Graph.Data.Copying;

namespace Restaurant.Graph.Commands;

/// <summary><c>database copy</c></summary>
internal static class DatabaseCommand
{
    private const int Interrupted = 130;
    private const int UsualBatch = 1_000;
    private const int LargestBatch = 100_000;

    /// <summary>Describes the command.</summary>
    public static Command Create()
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
        return new Command("database", "Where everything is stored.") { copy };
    }

    // What is no place is not repeated: there may be a password in it.
    private static Option<CopyPlace> Place(string name, string description) => new(name)
    {
        Description = description,
        Required = true,
        CustomParser = result =>
        {
            if (!CopyPlace.TryParse(result.Tokens is [var token] ? token.Value : "", out var place))
            {
                result.AddError($"{name} is not {CopyPlace.Form}.");
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
            Write(copied, Console.Out);
            return 0;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            display.End();
            await Console.Error.WriteLineAsync("Interrupted. The same command goes on from here.");
            return Interrupted;
        }
        catch (CopyException refusal)
        {
            display.End();
            await Console.Error.WriteLineAsync(refusal.Message);
            return 1;
        }
    }

    private static void Write(IReadOnlyList<CopiedTable> copied, TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{"Table",-20}  {"Rows",12}  SHA-256"));
        foreach (var table in copied)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{table.Name,-20}  {table.Rows,12:N0}  {table.Hash}"));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nWhole, and the same at both ends: {copied.Sum(static table => table.Rows):N0} rows in {copied.Count} tables."));
        if (copied.Sum(static table => table.Replaced) is > 0 and var replaced)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"NUL characters that PostgreSQL does not take, and that are U+FFFD now: {replaced:N0}."));
        }
    }
}
