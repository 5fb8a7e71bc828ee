using System.Globalization;
using Npgsql;
using Restaurant.Bench.Runner.Measure;
using Restaurant.Bench.Runner.Setup;

namespace Restaurant.Bench.Runner.PostgreSql;

/// <summary>A server of PostgreSQL: one of the runner's own, begun and ended with it, or one that was named.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private static Cluster? _running;

    private readonly NpgsqlConnectionStringBuilder _connection;
    private readonly OwnCluster? _own;
    private readonly List<PostgreSqlDatabase> _databases = [];
    private readonly int _postmaster;

    private Cluster(NpgsqlConnectionStringBuilder connection, OwnCluster? own, int postmaster, string version) =>
        (_connection, _own, _postmaster, Version) = (connection, own, postmaster, version);

    /// <summary>Its version.</summary>
    public string Version { get; }

    /// <summary>The processor time so far of all its processes, those that have ended as well, in microseconds.</summary>
    public double Cpu => ProcessClock.MicrosecondsOfFamily(_postmaster);

    /// <summary>Whether others may have used it at the same time.</summary>
    public bool IsShared => _own is null;

    /// <summary>Begins one, or finds the one that was named.</summary>
    public static async Task<Cluster> StartAsync(string? named, int port)
    {
        var own = named is null ? await OwnCluster.StartAsync(port) : null;
        var connection = new NpgsqlConnectionStringBuilder(own?.ConnectionString ?? named)
        {
            Pooling = false,
            Database = "postgres",
            CommandTimeout = 600,
        };
        try
        {
            await using var open = new NpgsqlConnection(connection.ConnectionString);
            await open.OpenAsync();

            // The clock is read from /proc, so it has to be a process of this machine.
            await using var command = new NpgsqlCommand("SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)", open);
            var postmaster = int.Parse((string)(await command.ExecuteScalarAsync())!, CultureInfo.InvariantCulture);
            return _running = new Cluster(connection, own, postmaster, open.PostgreSqlVersion.ToString());
        }
        catch
        {
            own?.Stop();
            throw;
        }
    }

    /// <summary>Ends the one that runs, at once.</summary>
    public static void StopOwn() => _running?._own?.Stop();

    /// <summary>Makes a database: empty, or a copy of another one that nobody has open.</summary>
    public async Task<PostgreSqlDatabase> CreateAsync(string name, PostgreSqlDatabase? template = null)
    {
        var database = new PostgreSqlDatabase(new NpgsqlConnectionStringBuilder(_connection.ConnectionString)
        {
            Database = string.Create(CultureInfo.InvariantCulture, $"bench_{Environment.ProcessId}_{name}"),
        });
        await ExecuteAsync($"CREATE DATABASE \"{database.Name}\" ENCODING 'UTF8' TEMPLATE \"{template?.Name ?? "template0"}\"");
        _databases.Add(database);
        return database;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_own is null)
        {
            foreach (var database in _databases)
            {
                await ExecuteAsync($"DROP DATABASE IF EXISTS \"{database.Name}\" WITH (FORCE)");
            }
        }

        _own?.Stop();
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var open = new NpgsqlConnection(_connection.ConnectionString);
        await open.OpenAsync();
        await using var command = new NpgsqlCommand(sql, open);
        await command.ExecuteNonQueryAsync();
    }
}
