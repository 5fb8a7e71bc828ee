using Microsoft.Data.Sqlite;
using Restaurant.Graph.Commands;

namespace Restaurant.Graph.Tests.Support;

/// <summary>SQLite files with the seed menu in them: made once, copied for each restaurant.</summary>
internal static class Database
{
    private static readonly Lazy<Task<string>> Template = new(CreateAsync);

    /// <summary>A new file of its own.</summary>
    public static async Task<string> CopyAsync()
    {
        var path = NewPath();
        File.Copy(await Template.Value, path);
        return path;
    }

    /// <summary>The address of a file that is not there yet.</summary>
    public static string NewPath() => Path.Combine(Path.GetTempPath(), $"restaurant-{Guid.NewGuid():N}.db");

    /// <summary>Removes a file and what SQLite keeps beside it.</summary>
    public static void Delete(string path)
    {
        SqliteConnection.ClearAllPools();
        File.Delete(path);
        File.Delete(path + "-wal");
        File.Delete(path + "-shm");
        File.Delete(path + "-lock");
    }

    private static async Task<string> CreateAsync()
    {
        var path = NewPath();
        await using (var app = Server.Build([$"--ConnectionStrings:Restaurant=Data Source={path}", RestaurantApp.DemoMenu, "--urls", "http://127.0.0.1:0", Tokens.Setting]))
        {
            await app.StartAsync();
            await app.StopAsync();
        }

        SqliteConnection.ClearAllPools();
        File.Delete(path + "-lock");
        return path;
    }
}
