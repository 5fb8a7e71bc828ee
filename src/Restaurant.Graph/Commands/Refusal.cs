using System.CommandLine;
using System.CommandLine.Parsing;
using Restaurant.Graph.Platform.Settings;

namespace Restaurant.Graph.Commands;

/// <summary>Says what on a command line nobody understands.</summary>
internal static class Refusal
{
    private const string Mark = "--";

    /// <summary>A line that names the culprit; null if all of it is understood.</summary>
    public static string? Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (command.Subcommands.Count > 0 && parsed.UnmatchedTokens is [var word, ..] && !word.StartsWith('-'))
        {
            return $"There is no command '{Path(command)}{word}'. Those there are: {Names(command)}.";
        }

        if (parsed.Action is { ClearsParseErrors: true })
        {
            return null;
        }

        if (Swallowed(parsed).Concat(parsed.UnmatchedTokens).FirstOrDefault() is { } unknown)
        {
            return OfUnknown(unknown);
        }

        return command.Action is null
            ? $"'{command.Name}' alone is no command. Those there are: {Names(command)}."
            : parsed.Errors.Count > 0 ? string.Join('\n', parsed.Errors.Select(static error => error.Message)) : null;
    }

    // What looks like an option would be taken for the value of the one before it, or for a file.
    private static IEnumerable<string> Swallowed(ParseResult parsed) => parsed.CommandResult.Tokens
        .Concat(parsed.CommandResult.Children.OfType<OptionResult>().SelectMany(static option => option.Tokens))
        .Select(static token => token.Value)
        .Where(static value => value.StartsWith(Mark, StringComparison.Ordinal));

    private static string OfUnknown(string unknown) => unknown.StartsWith('-')
        ? Arguments.NameOf(unknown) is var name && name.Contains(':', StringComparison.Ordinal)
            ? $"There is no setting '{name.TrimStart('-')}'. {Hint(name.TrimStart('-').Split(':')[0])}"
            : $"There is no option '{name}'. See --help."
        : $"'{unknown}' is a word too many. See --help.";

    private static string Hint(string section) =>
        ClosestName.Find(section, Arguments.KnownSections) is { } closest ? $"Did you mean {closest}?" : "The command settings tells which there are.";

    private static string Names(Command command) => string.Join(", ", command.Subcommands.Select(known => Path(command) + known.Name));

    private static string Path(Command command) => command is RootCommand ? "" : $"{command.Name} ";
}
