using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Restaurant.Graph.Commands;

/// <summary>The help of every command, with a word on what every command takes.</summary>
internal sealed class SettingsHelp(HelpAction usual) : SynchronousCommandLineAction
{
    private const string Text = """
        Settings:
          Any setting may be given as --Section:Name=value, such as --ConnectionStrings:Restaurant="Data Source=restaurant.db".
          The command settings tells which there are.

        """;

    /// <inheritdoc />
    public override bool ClearsParseErrors => true;

    /// <summary>Adds it to the help of a command and of those within it.</summary>
    public static void AddTo(RootCommand root)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new SettingsHelp((HelpAction)help.Action!);
    }

    /// <inheritdoc />
    public override int Invoke(ParseResult parseResult)
    {
        var code = usual.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output.WriteLine(Text);
        return code;
    }
}
