using Npgsql;
using Restaurant.Bench.Runner.Setup;

namespace Restaurant.Bench.Runner.PostgreSql;

/// <summary>A database of PostgreSQL.</summary>
internal sealed class PostgreSqlDatabase(NpgsqlConnectionStringBuilder connection) : IDatabase
{
    /// <summary>Its name.</summary>
    public string Name => connection.Database ?? "";

    /// <inheritdoc />
    public string Address =>
        $"postgres://{Uri.EscapeDataString(connection.Username ?? "")}:{Uri.EscapeDataString(connection.Password ?? "")}@{connection.Host}:{connection.Port}/{Name}";

    /// <inheritdoc />
    public IReadOnlyList<string> Settings
    {
        get
        {
            // Only what was named: how many connections there are is the product's business.
            var named = new NpgsqlConnectionStringBuilder
            {
                Host = connection.Host, Port = connection.Port, Username = connection.Username, Password = connection.Password, Database = connection.Database,
            };
            return ["--Database:Provider=PostgreSql", $"--ConnectionStrings:Restaurant={named}"];
        }
    }

    /// <summary>The first column of a query.</summary>
    public async Task<IReadOnlyList<long>> KeysAsync(string sql) => await ReadAsync(sql, static row => row.GetInt64(0));

    /// <summary>What is read of all rows of a query.</summary>
    public async Task<IReadOnlyList<T>> ReadAsync<T>(string sql, Func<NpgsqlDataReader, T> read)
    {
        await using var open = await OpenAsync();
        await using var command = new NpgsqlCommand(sql, open);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>Does what autovacuum would do in a minute: statements that were planned while tables were new are planned anew.</summary>
    public Task AnalyzeAsync() => ExecuteAsync(Resources.Text("postgresql.analyze.sql"));

    /// <summary>Runs statements.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var open = await OpenAsync();
        await using var command = new NpgsqlCommand(sql, open);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var open = new NpgsqlConnection(connection.ConnectionString);
        await open.OpenAsync();
        return open;
    }
}
