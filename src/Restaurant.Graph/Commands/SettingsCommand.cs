using System.CommandLine;
using Restaurant.Graph.Platform.Settings;

namespace Restaurant.Graph.Commands;

/// <summary><c>settings</c></summary>
internal static class SettingsCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var command = new Command("settings", "Writes what can be set as a table of Markdown, as docs/operations.md has it.");
        command.SetAction((_, _) => WriteAsync());
        return command;
    }

    private static async Task<int> WriteAsync()
    {
        await using var app = Server.Build([]);
        await Console.Out.WriteAsync(SettingsTable.Of(app.Services.GetServices<SettingsSection>()));
        return 0;
    }
}
