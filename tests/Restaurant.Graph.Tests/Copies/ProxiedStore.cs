using System.Data.Common;
using System.Net;
using Npgsql;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Copies;

/// <summary>A database of PostgreSQL that the server reaches through a proxy, and the test without it.</summary>
internal sealed class ProxiedStore : TestStore
{
    private readonly TestDatabase _database;

    private ProxiedStore(TestDatabase database, TcpProxy proxy) => (_database, Proxy) = (database, proxy);

    /// <summary>The proxy.</summary>
    public TcpProxy Proxy { get; }

    /// <inheritdoc />
    public override string[] Settings
    {
        get
        {
            var proxied = new NpgsqlConnectionStringBuilder(_database.ConnectionString) { Host = "127.0.0.1", Port = Proxy.Port };
            return ["--Database:Provider=PostgreSql", $"--ConnectionStrings:Restaurant={proxied}"];
        }
    }

    /// <summary>Creates one with the seed menu in it.</summary>
    public static async Task<ProxiedStore> CreateAsync()
    {
        var database = await TestDatabase.NewAsync(PostgreSqlServer.Named ?? throw new InvalidOperationException("No server of PostgreSQL is named."));
        var direct = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        return new ProxiedStore(database, new TcpProxy(new IPEndPoint(IPAddress.Parse(direct.Host!), direct.Port)));
    }

    /// <inheritdoc />
    public override DbConnection Connect() => _database.Connect();

    /// <inheritdoc />
    public override Task<TestStore> CopyAsync() => _database.CopyAsync();

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await Proxy.DisposeAsync();
        await _database.DisposeAsync();
    }
}
