using System.Diagnostics;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Commands;

/// <summary><c>menu import FILE</c> as an owner runs it: a process of its own in a folder of its own.</summary>
public sealed class MenuCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("restaurant-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_database_can_be_named_on_the_command_line()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "menu.json"), MenuFiles.Of(MenuFiles.Dish("soup", "Soup")).ToJsonString());
        var (code, _, error) = await RunAsync("menu", "import", "menu.json", "--ConnectionStrings:Restaurant=Data Source=mine.db");
        Assert.Equal((0, ""), (code, error));
        Assert.True(File.Exists(Path.Combine(_folder.FullName, "mine.db")));
        Assert.False(File.Exists(Path.Combine(_folder.FullName, "restaurant.db")));
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(RestaurantServices).Assembly.Location, .. arguments])
        {
            WorkingDirectory = _folder.FullName,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, (await output).ReplaceLineEndings("\n"), (await error).ReplaceLineEndings("\n"));
    }
}
