using System.CommandLine;
using Restaurant.Graph.Data;
using Restaurant.Graph.Data.Startup;

namespace Restaurant.Graph.Commands;

/// <summary><c>database migrate</c></summary>
internal static class DatabaseMigrateCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(string[] settings)
    {
        var command = new Command(
            "migrate",
            "Creates the database if there is none, and brings its schema up to date without starting the server. Interrupted, it completes when it is given again.");
        command.SetAction((_, cancellationToken) => MigrateAsync(settings, cancellationToken));
        return command;
    }

    private static async Task<int> MigrateAsync(string[] settings, CancellationToken cancellationToken)
    {
        await using var app = Server.Build(settings);
        return await DatabaseFault.NameAsync(() => DatabasePlace.Of(app.Services), async () =>
        {
            Console.WriteLine($"Database: {DatabasePlace.Of(app.Services)}");
            await app.Services.GetRequiredService<DatabaseStartup>().MigrateAsync(new StepDisplay(Console.Out), cancellationToken);
            Console.WriteLine("The schema is up to date.");
            return 0;
        });
    }
}
