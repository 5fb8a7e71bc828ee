using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Restaurant.Graph.Tests.Support;

/// <summary>A store in a file of SQLite.</summary>
internal sealed class TestFile(string path) : TestStore
{
    /// <summary>The address of the file.</summary>
    public string Path => path;

    /// <inheritdoc />
    public override string[] Settings => ["--Database:Provider=Sqlite", $"--ConnectionStrings:Restaurant=Data Source={path}"];

    /// <inheritdoc />
    public override DbConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return connection;
    }

    /// <inheritdoc />
    public override async Task<TestStore> CopyAsync()
    {
        var copy = Database.NewPath();
        await ExecuteAsync($"VACUUM INTO '{copy}'");
        return new TestFile(copy);
    }

    /// <inheritdoc />
    public override ValueTask DisposeAsync()
    {
        Database.Delete(path);
        return ValueTask.CompletedTask;
    }
}
