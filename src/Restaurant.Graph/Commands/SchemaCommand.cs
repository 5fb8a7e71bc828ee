using System.CommandLine;
using GraphQL.Types;
using Restaurant.Graph.Platform.Composition;

namespace Restaurant.Graph.Commands;

/// <summary><c>schema export</c></summary>
internal static class SchemaCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create(string[] settings)
    {
        var output = new Option<FileInfo?>("--output", "-o") { Description = "The file to write; standard output if none is given." };
        var export = new Command("export", "Writes the schema in the schema definition language.") { output };
        export.SetAction((arguments, cancellationToken) => ExportAsync(settings, arguments.GetValue(output), cancellationToken));
        return new Command("schema", "The schema.") { export };
    }

    private static async Task<int> ExportAsync(string[] settings, FileInfo? output, CancellationToken cancellationToken)
    {
        await using var app = Server.Build(settings);
        var sdl = SchemaDocument.Print(app.Services.GetRequiredService<ISchema>());
        if (output is null)
        {
            await Console.Out.WriteAsync(sdl);
        }
        else
        {
            await File.WriteAllTextAsync(output.FullName, sdl, cancellationToken);
        }

        return 0;
    }
}
