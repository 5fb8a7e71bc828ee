using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Restaurant.Bench.Contenders.AdoNet.Orders;

/// <summary>A prepared command that inserts rows of some columns; those that are not named are null.</summary>
internal sealed class Insert
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _command;

    public Insert(SqliteConnection connection, string table, params string[] columns)
    {
        _connection = connection;
        _command = connection.Prepare(
            $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(static column => $"\"{column}\""))}) VALUES ({string.Join(", ", columns.Select(static column => $"@{column}"))})",
            [.. columns.Select(static column => new SqliteParameter($"@{column}", DBNull.Value))]);
    }

    /// <summary>Inserts a row; its key.</summary>
    public long Run(params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            _command.Parameters[i].Value = values[i];
        }

        _command.ExecuteNonQuery();
        return raw.sqlite3_last_insert_rowid(_connection.Handle);
    }
}
