using System.CommandLine;
using Restaurant.Graph.Data;

namespace Restaurant.Graph.Commands;

/// <summary><c>menu import FILE</c> and <c>menu export</c></summary>
internal static class MenuCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create(string[] settings)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A menu file, in the format of docs/menu-format.md." };
        var import = new Command("import", "Brings a menu file into the store: whole, or not at all.") { file };
        import.SetAction((arguments, cancellationToken) => ImportAsync(settings, arguments.GetRequiredValue(file), cancellationToken));
        var output = new Option<FileInfo?>("--output", "-o") { Description = "The file to write; standard output if none is given." };
        var export = new Command("export", "Writes the menu as a menu file, which can be changed and imported again.") { output };
        export.SetAction((arguments, cancellationToken) => ExportAsync(settings, arguments.GetValue(output), cancellationToken));
        return new Command("menu", "The menu.") { import, export };
    }

    private static Task<int> ExportAsync(string[] settings, FileInfo? output, CancellationToken cancellationToken) => House.EnterAsync(
        settings,
        async services =>
        {
            if (await services.GetRequiredService<MenuExport>().RunAsync(cancellationToken) is not { } file)
            {
                await Console.Error.WriteLineAsync("There is no menu to export.");
                return 1;
            }

            await (output is null ? Console.Out.WriteAsync(file) : File.WriteAllTextAsync(output.FullName, file, cancellationToken));
            return 0;
        },
        cancellationToken);

    private static async Task<int> ImportAsync(string[] settings, FileInfo file, CancellationToken cancellationToken)
    {
        if (!file.Exists)
        {
            await Console.Error.WriteLineAsync($"There is no file '{file}'.");
            return 1;
        }

        await using var app = Server.Build(settings);
        var (dishes, faults) = await DatabaseFault.NameAsync(() => DatabasePlace.Of(app.Services), async () =>
        {
            var database = app.Services.GetRequiredService<DatabaseStartup>();
            await database.MigrateAsync(StepDisplay.OfWaiting, cancellationToken);
            return await database.ImportAsync(file.FullName, cancellationToken);
        });
        if (faults.Count == 0)
        {
            Console.WriteLine($"Imported {file.Name}. Dishes on the menu: {dishes}.");
            await DatabasePlace.TellAsync(app.Services);
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
