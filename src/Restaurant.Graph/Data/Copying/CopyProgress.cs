using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Restaurant.Graph.Data.Copying;

/// <summary>How far a copy has come, in a table of the target that is there as long as it is not whole.</summary>
internal static class CopyProgress
{
    /// <summary>What the table is called.</summary>
    public const string Table = "CopyProgress";

    /// <summary>Makes the table.</summary>
    public const string Create = $"""CREATE TABLE "{Table}" ("Table" text PRIMARY KEY, "Rows" bigint NOT NULL, "Hash" text NOT NULL, "Replaced" bigint NOT NULL)""";

    /// <summary>Takes it away.</summary>
    public const string Drop = $"""DROP TABLE "{Table}" """;

    private const string Read = $"""SELECT "Table", "Rows", "Hash", "Replaced" FROM "{Table}" """;

    private const string Write = $"""
        INSERT INTO "{Table}" ("Table", "Rows", "Hash", "Replaced") VALUES (@table, @rows, @hash, @replaced)
        ON CONFLICT ("Table") DO UPDATE SET "Rows" = excluded."Rows", "Hash" = excluded."Hash", "Replaced" = excluded."Replaced"
        """;

    /// <summary>What is copied already, by table.</summary>
    public static async Task<Dictionary<string, CopiedTable>> ReadAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Read;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var tables = new Dictionary<string, CopiedTable>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken))
        {
            tables.Add(reader.GetString(0), new(reader.GetString(0), reader.GetInt64(1), reader.GetString(2), reader.GetInt64(3)));
        }

        return tables;
    }

    /// <summary>Notes what is copied, in the transaction that copies it.</summary>
    public static async Task WriteAsync(DbTransaction transaction, CopiedTable copied, CancellationToken cancellationToken)
    {
        await using var command = transaction.Connection!.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, Write);
        foreach (var (name, value) in new (string, object)[] { ("@table", copied.Name), ("@rows", copied.Rows), ("@hash", copied.Hash), ("@replaced", copied.Replaced) })
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
