using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Commands;

/// <summary><c>menu import FILE</c> as an owner runs it: a process of its own in a folder of its own.</summary>
[Trait("Store", "File")]
public sealed class MenuCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("restaurant-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_database_can_be_named_on_the_command_line()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "menu.json"), MenuFiles.Of(MenuFiles.Dish("soup", "Soup")).ToJsonString());
        var (code, _, error) = await CommandRun.OfAsync(["menu", "import", "menu.json", "--ConnectionStrings:Restaurant=Data Source=mine.db"], _folder.FullName);
        Assert.Equal((0, $"Database: {Path.Combine(_folder.FullName, "mine.db")}\n"), (code, error));
        Assert.True(File.Exists(Path.Combine(_folder.FullName, "mine.db")));
        Assert.False(File.Exists(Path.Combine(_folder.FullName, "restaurant.db")));
    }
}
