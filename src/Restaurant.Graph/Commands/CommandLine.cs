using System.CommandLine;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Commands;

/// <summary>What can be said on the command line. Without a command the server runs.</summary>
internal static class CommandLine
{
    // Longer than the host gives its parts: what it does about a signal is its own affair, and must not be cut short.
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(45);

    // A secret may begin with what would be taken for the name of a file of arguments.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    /// <summary>Runs what the arguments ask for; the answer is the exit code.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            var (settings, words) = Arguments.Sort(args);
            var parsed = Root(settings).Parse(words is ["help", .. var asked] ? [.. asked, "--help"] : words, Parsing);
            if (Refusal.Of(parsed) is { } refusal)
            {
                await Console.Error.WriteLineAsync(refusal);
                return 1;
            }

            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = StopTimeout });
        }
        catch (Exception exception) when (Explain(exception) is { } explanation)
        {
            await Console.Error.WriteLineAsync(explanation);
            return 1;
        }
    }

    private static RootCommand Root(string[] settings)
    {
        var root = new RootCommand("Restaurant.Graph: a GraphQL API server for restaurants. Without a command it serves, where --urls says, such as --urls http://localhost:5000.")
        {
            SchemaCommand.Create(settings),
            MenuCommand.Create(settings),
            DatabaseCommand.Create(settings),
            StaffCommand.Create(settings),
            TokenCommand.Create(settings),
            RushCommand.Create(settings),
            SettingsCommand.Create(),
            HealthCommand.Create(settings),
        };
        root.SetAction((_, cancellationToken) => Server.RunAsync(settings, cancellationToken));
        SettingsHelp.AddTo(root);
        return root;
    }

    // What an operator can correct is one line for each fault; anything else is a fault of the program and keeps its stack trace.
    private static string? Explain(Exception exception) => exception switch
    {
        OptionsValidationException invalid => string.Join('\n', invalid.Failures.Select(static failure => $"The configuration is not right: {failure}")),
        Microsoft.Data.Sqlite.SqliteException broken => $"The database cannot be used: {broken.Message}",
        _ when PostgreSqlFaults.Of(exception) is { } broken =>
            $"The database cannot be used: {broken.Message}{(broken.InnerException is { } cause ? $": {cause.Message}" : "")}",
        IOException or InvalidDataException or UnauthorizedAccessException => exception.Message,
        AggregateException several when several.InnerExceptions.Select(Explain).ToList() is var all && !all.Contains(null) => string.Join('\n', all),
        _ => null,
    };
}
