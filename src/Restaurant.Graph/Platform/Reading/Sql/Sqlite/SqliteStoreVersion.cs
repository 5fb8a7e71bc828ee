using Microsoft.Data.Sqlite;

namespace Restaurant.Graph.Platform.Reading.Sql.Sqlite;

/// <summary>
/// That of a file: SQLite's <c>PRAGMA data_version</c>, which tells a connection
/// of every commit but its own (https://www.sqlite.org/pragma.html#pragma_data_version). The connection that asks never writes.
/// </summary>
internal sealed class SqliteStoreVersion(SqliteReadConnections connections) : StoreVersion, IDisposable
{
    private readonly Lock _asking = new();
    private readonly Lazy<(SqliteConnection Connection, SqliteCommand Command)> _asker = new(() => Open(connections));

    /// <inheritdoc />
    public override ValueTask<long> NowAsync()
    {
        lock (_asking)
        {
            return new ValueTask<long>((long)_asker.Value.Command.ExecuteScalar()!);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_asker.IsValueCreated)
        {
            _asker.Value.Command.Dispose();
            _asker.Value.Connection.Dispose();
        }
    }

    private static (SqliteConnection Connection, SqliteCommand Command) Open(SqliteReadConnections connections)
    {
        var connection = new SqliteConnection(connections.ConnectionString);
        connection.Open();
        var command = connection.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return (connection, command);
    }
}
