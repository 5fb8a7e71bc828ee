using Microsoft.Data.Sqlite;

namespace Restaurant.Bench.Contenders.AdoNet;

/// <summary>Prepared commands.</summary>
internal static class Commands
{
    /// <summary>Prepares one that is kept as long as its connection, with the parameters it has.</summary>
    public static SqliteCommand Prepare(this SqliteConnection connection, string sql, params ReadOnlySpan<SqliteParameter> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        command.Prepare();
        return command;
    }
}
