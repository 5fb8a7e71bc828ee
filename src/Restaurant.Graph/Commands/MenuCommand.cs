using System.CommandLine;
using Restaurant.Graph.Data;

namespace Restaurant.Graph.Commands;

/// <summary><c>menu import FILE</c></summary>
internal static class MenuCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A menu file, in the format of docs/menu-format.md." };
        var import = new Command("import", "Brings a menu file into the store: whole, or not at all.") { file };
        import.TreatUnmatchedTokensAsErrors = false;
        import.SetAction((arguments, cancellationToken) => ImportAsync([.. arguments.UnmatchedTokens], arguments.GetRequiredValue(file), cancellationToken));
        return new Command("menu", "The menu.") { import };
    }

    private static async Task<int> ImportAsync(string[] settings, FileInfo file, CancellationToken cancellationToken)
    {
        if (!file.Exists)
        {
            await Console.Error.WriteLineAsync($"There is no file '{file}'.");
            return 1;
        }

        await using var app = Server.Build(settings);
        var database = app.Services.GetRequiredService<DatabaseStartup>();
        await database.MigrateAsync(cancellationToken);
        var (dishes, faults) = await database.ImportAsync(file.FullName, cancellationToken);
        if (faults.Count == 0)
        {
            Console.WriteLine($"Imported {file.Name}. Dishes on the menu: {dishes}.");
            return 0;
        }

        await Console.Error.WriteLineAsync($"{file.Name} was not imported. It has {faults.Count} {(faults.Count == 1 ? "fault" : "faults")}:");
        foreach (var fault in faults)
        {
            await Console.Error.WriteLineAsync($"  {fault}");
        }

        return 1;
    }
}
