using System.CommandLine;

namespace Restaurant.Graph.Commands;

/// <summary>What can be said on the command line. Without a command the server runs.</summary>
internal static class CommandLine
{
    /// <summary>Runs what the arguments ask for; the answer is the exit code.</summary>
    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Restaurant.Graph: a GraphQL API server for restaurants. Without a command it serves.")
        {
            SchemaCommand.Create(),
            MenuCommand.Create(),
        };

        // What is no command is configuration for the host, such as --urls or --Restaurant:AlwaysOpen=true.
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction((_, cancellationToken) => Server.RunAsync(args, cancellationToken));
        return root.Parse(args).InvokeAsync();
    }
}
