using Npgsql;

namespace Restaurant.Graph.Tests.Support;

/// <summary>
/// A server of PostgreSQL that tests may make databases on: <c>POSTGRESQL="Host=127.0.0.1;Port=5432;Username=postgres" dotnet test</c> runs all tests
/// on it, and those beside them that need one.
/// </summary>
internal sealed record PostgreSqlServer(string ConnectionString)
{
    /// <summary>The one that is named; null if none is.</summary>
    public static PostgreSqlServer? Named { get; } =
        Environment.GetEnvironmentVariable("POSTGRESQL") is { Length: > 0 } named ? new(named) : null;

    /// <summary>How a database on it is reached.</summary>
    public string Of(string database) => new NpgsqlConnectionStringBuilder(ConnectionString) { Database = database }.ToString();

    /// <summary>Makes or removes databases.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
