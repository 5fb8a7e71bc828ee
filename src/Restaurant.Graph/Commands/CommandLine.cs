using System.CommandLine;
using Microsoft.Extensions.Options;

namespace Restaurant.Graph.Commands;

/// <summary>What can be said on the command line. Without a command the server runs.</summary>
internal static class CommandLine
{
    /// <summary>Runs what the arguments ask for; the answer is the exit code.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Restaurant.Graph: a GraphQL API server for restaurants. Without a command it serves; what is no command is configuration, such as --urls http://localhost:5000 or --Restaurant:AlwaysOpen=true.")
        {
            SchemaCommand.Create(),
            MenuCommand.Create(),
        };
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction((_, cancellationToken) => Server.RunAsync(args, cancellationToken));
        try
        {
            return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception exception) when (Explain(exception) is { } explanation)
        {
            await Console.Error.WriteLineAsync(explanation);
            return 1;
        }
    }

    // What an operator can mend is said in one line; anything else is a fault of the program and keeps its trace.
    private static string? Explain(Exception exception) => exception switch
    {
        OptionsValidationException invalid => $"The configuration is not right: {invalid.Message}",
        Microsoft.Data.Sqlite.SqliteException broken => $"The database cannot be used: {broken.Message}",
        IOException io => io.Message,
        _ => null,
    };
}
