using System.Data.Common;
using Npgsql;
using Restaurant.Graph.Commands;

namespace Restaurant.Graph.Tests.Support;

/// <summary>A store in a database of PostgreSQL.</summary>
internal sealed class TestDatabase(PostgreSqlServer server, string name) : TestStore
{
    private static readonly Lazy<Task<string>> Template = new(CreateAsync);

    // A database that is copied may have no connection, and only one is copied at a time.
    private static readonly SemaphoreSlim Copying = new(1);

    /// <summary>How it is reached.</summary>
    public string ConnectionString => server.Of(name);

    /// <inheritdoc />
    public override string[] Settings => ["--Database:Provider=PostgreSql", $"--ConnectionStrings:Restaurant={ConnectionString}"];

    /// <summary>One with the seed menu in it.</summary>
    public static async Task<TestDatabase> NewAsync(PostgreSqlServer server) => await CopyAsync(server, await Template.Value);

    /// <summary>One with nothing in it.</summary>
    public static async Task<TestDatabase> EmptyAsync(PostgreSqlServer server)
    {
        var name = NewName();
        await server.ExecuteAsync($"CREATE DATABASE {name}");
        return new TestDatabase(server, name);
    }

    /// <inheritdoc />
    public override DbConnection Connect()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    /// <summary>The servers over it have to be stopped.</summary>
    public override async Task<TestStore> CopyAsync()
    {
        await server.ExecuteAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
        return await CopyAsync(server, name);
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await server.ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    private static async Task<TestDatabase> CopyAsync(PostgreSqlServer server, string template)
    {
        var name = NewName();
        await Copying.WaitAsync();
        try
        {
            await server.ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        }
        finally
        {
            Copying.Release();
        }

        return new TestDatabase(server, name);
    }

    private static string NewName() => $"restaurant_{Guid.NewGuid():N}";

    private static async Task<string> CreateAsync()
    {
        var server = PostgreSqlServer.Named ?? throw new InvalidOperationException("No server of PostgreSQL is named.");
        var store = await EmptyAsync(server);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => store.DisposeAsync().AsTask().GetAwaiter().GetResult();
        await using (var app = Server.Build([.. store.Settings, RestaurantApp.DemoMenu, "--urls", "http://127.0.0.1:0", Tokens.Setting]))
        {
            await app.StartAsync();
            await app.StopAsync();
        }

        NpgsqlConnection.ClearAllPools();
        return new NpgsqlConnectionStringBuilder(store.ConnectionString).Database ?? "";
    }
}
