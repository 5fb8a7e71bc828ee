using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Restaurant.Graph.Commands;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Data.Startup;

/// <summary>The first start in production.</summary>
public sealed class NewDatabaseTests
{
    private const string NoDemoMenu = "--Restaurant:DemoMenu=";

    [Fact]
    [Trait("Store", "File")]
    public async Task A_new_database_has_no_menu_and_the_server_says_how_to_import_one()
    {
        var log = new LogLines();
        await using var store = new TestFile(Database.NewPath());
        await using var app = await RestaurantApp.OverAsync(
            store, services => services.AddSingleton<ILoggerProvider>(log), NoDemoMenu, RestaurantApp.AlwaysOpen, "--Logging:LogLevel:Default=Warning");
        Assert.Single(log.Lines, static line => line.StartsWith("There is no menu yet. The command 'menu import FILE' imports one", StringComparison.Ordinal));
        var data = await app.Client.QueryAsync("{ currentMenu { name } menus { name } dishes { totalCount } tables { id } restaurant { name } }");
        Assert.Equal(0, data["dishes"]!["totalCount"]!.GetValue<int>());
        using var ready = await app.Client.Http.GetAsync(new Uri(app.Endpoint, "/health/ready"));
        Assert.True(ready.IsSuccessStatusCode);
        await app.ImportAsync(MenuFiles.Of(MenuFiles.Dish("soup", "Soup")));
        Assert.Equal(1, (await app.Client.QueryAsync("{ dishes { totalCount } }"))["dishes"]!["totalCount"]!.GetValue<int>());
    }

    [Theory]
    [Trait("Store", "File")]
    [InlineData("Production", false)]
    [InlineData("Staging", false)]
    [InlineData("Development", true)]
    public async Task The_demo_menu_is_imported_in_development(string environment, bool isImported)
    {
        await using var store = new TestFile(Database.NewPath());
        await using (var app = Server.Build([.. store.Settings, "--urls=http://127.0.0.1:0", $"--environment={environment}", "--Logging:LogLevel:Default=None", Tokens.Setting]))
        {
            await app.StartAsync();
            await app.StopAsync();
        }

        Assert.Equal(isImported, (long)store.Rows("""SELECT count(*) FROM "Dishes" """)[0][0] > 0);
    }

    [Fact]
    [Trait("Store", "File")]
    public async Task The_files_of_a_database_are_readable_for_their_owner_only()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var log = new LogLines();
        await using var store = new TestFile(Database.NewPath());
        var app = await RestaurantApp.OverAsync(store, services => services.AddSingleton<ILoggerProvider>(log), RestaurantApp.AlwaysOpen, "--Logging:LogLevel:Default=Warning");
        await app.PlaceAsync(Steps.Pizza);
        string[] files = [.. Directory.EnumerateFiles(Path.GetTempPath(), Path.GetFileName(store.Path) + "*")];
        Assert.Contains(store.Path + "-wal", files);
        foreach (var file in files)
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }

        Assert.DoesNotContain(log.Lines, static line => line.Contains("can read the database file", StringComparison.Ordinal));
        File.SetUnixFileMode(store.Path, File.GetUnixFileMode(store.Path) | UnixFileMode.OtherRead);
        await app.RestartAsync();
        Assert.Contains(log.Lines, line => line.StartsWith($"All users of this machine can read the database file {store.Path}", StringComparison.Ordinal));
        await app.DisposeAsync();
    }
}
