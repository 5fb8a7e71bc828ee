using System.Diagnostics;
using Restaurant.Graph.Tests.Support;
using Snapshooter.Xunit;

namespace Restaurant.Graph.Tests.Commands;

/// <summary><c>menu import FILE</c> as an owner runs it: a process of its own in a folder of its own.</summary>
public sealed class MenuCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("restaurant-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_good_file_is_imported_into_the_database_of_the_configuration()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "menu.json"), MenuFiles.Of(MenuFiles.Dish("soup", "Soup")).ToJsonString());
        var (code, output, error) = await RunAsync(new() { ["ConnectionStrings__Restaurant"] = "Data Source=mine.db" }, "menu", "import", "menu.json");
        Assert.Equal((0, "Imported menu.json. Dishes on the menu: 1.\n", ""), (code, output, error));
        Assert.True(File.Exists(Path.Combine(_folder.FullName, "mine.db")));
        Assert.False(File.Exists(Path.Combine(_folder.FullName, "restaurant.db")));
    }

    [Fact]
    public async Task The_database_can_be_named_on_the_command_line()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "menu.json"), MenuFiles.Of(MenuFiles.Dish("soup", "Soup")).ToJsonString());
        var (code, _, error) = await RunAsync([], "menu", "import", "menu.json", "--ConnectionStrings:Restaurant=Data Source=mine.db");
        Assert.Equal((0, ""), (code, error));
        Assert.True(File.Exists(Path.Combine(_folder.FullName, "mine.db")));
    }

    [Fact]
    public async Task A_file_with_faults_is_refused_with_a_list_of_them()
    {
        var dish = MenuFiles.Dish("soup", "Soup", 12.345m);
        dish["station"] = "grill";
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "menu.json"), MenuFiles.Of(dish).ToJsonString());
        var (code, output, error) = await RunAsync([], "menu", "import", "menu.json");
        Assert.Equal((1, ""), (code, output));
        Snapshot.Match(error);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var (code, output, error) = await RunAsync([], "menu", "import", "nowhere.json");
        Assert.Equal((1, "", "There is no file 'nowhere.json'.\n"), (code, output, error));
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(Dictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(RestaurantServices).Assembly.Location, .. arguments])
        {
            WorkingDirectory = _folder.FullName,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, (await output).ReplaceLineEndings("\n"), (await error).ReplaceLineEndings("\n"));
    }
}
