using Microsoft.Data.Sqlite;

namespace Restaurant.Graph.Platform.Reading.Sql;

/// <summary>
/// A number that changes whenever anything in the store does, whoever changed it: SQLite's <c>PRAGMA data_version</c>, which tells a connection
/// of every commit but its own (https://www.sqlite.org/pragma.html#pragma_data_version). The connection that asks never writes.
/// </summary>
internal sealed class StoreVersion(ReadConnections connections) : IDisposable
{
    private readonly Lock _asking = new();
    private readonly Lazy<(SqliteConnection Connection, SqliteCommand Command)> _asker = new(() => Open(connections));

    /// <summary>
    /// The number now. What is read after this was asked, and is remembered with it, is up to date for as long as it stays the same.
    /// </summary>
    public long Now()
    {
        lock (_asking)
        {
            return (long)_asker.Value.Command.ExecuteScalar()!;
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

    private static (SqliteConnection Connection, SqliteCommand Command) Open(ReadConnections connections)
    {
        var connection = new SqliteConnection(connections.ConnectionString);
        connection.Open();
        var command = connection.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return (connection, command);
    }
}
