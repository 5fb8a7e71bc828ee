using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Platform.Writing.PostgreSql;

/// <summary>Commands that insert rows, to be sent together; their keys are known beforehand.</summary>
internal static class InsertBatch
{
    private static readonly ConditionalWeakTable<InsertPlan, string> Texts = [];
    private static readonly ConditionalWeakTable<InsertPlan, string> KeylessTexts = [];

    /// <summary>The command that inserts a row; where it has no key yet, the store makes one and tells nobody.</summary>
    public static NpgsqlBatchCommand Of(NpgsqlConnection connection, NewRow row)
    {
        var key = row.Plan.KeyColumn is not null && row.Plan.IsStored(row.Row) ? row.Plan.KeyColumn : null;
        var command = new NpgsqlBatchCommand(key is null ? KeylessTexts.GetValue(row.Plan, static plan => TextOf(plan, null)) : Texts.GetValue(row.Plan, static plan => TextOf(plan, plan.KeyColumn)));
        using var maker = connection.CreateCommand();
        foreach (var (value, column) in row.Values().Zip(row.Plan.Columns))
        {
            command.Parameters.Add((NpgsqlParameter)column.Property.GetRelationalTypeMapping().CreateParameter(maker, "", value is string text ? PlainTexts.Of(text) : value, column.Property.IsNullable));
        }

        if (key is not null)
        {
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = row.Plan.KeyOf(row.Row) });
        }

        return command;
    }

    /// <summary>The command that joins two rows.</summary>
    public static NpgsqlBatchCommand Of(JoinRows joined, long key, long otherKey) =>
        new(TextOf(joined.Table, [joined.Column, joined.OtherColumn]))
        {
            Parameters = { new NpgsqlParameter<long> { TypedValue = key }, new NpgsqlParameter<long> { TypedValue = otherKey } },
        };

    /// <summary>Gives rows their keys, in their order: by them they refer to each other, and all are inserted at once.</summary>
    public static async ValueTask GiveKeysAsync(NpgsqlConnection connection, IReadOnlyList<NewRow> rows)
    {
        var tables = rows.Where(static row => row.Plan.KeyColumn is not null).GroupBy(static row => row.Plan.Table, StringComparer.Ordinal).ToList();
        if (tables.Count == 0)
        {
            return;
        }

        await using var batch = new NpgsqlBatch(connection);
        foreach (var table in tables)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand("SELECT nextval(pg_get_serial_sequence($1, $2)) FROM generate_series(1, $3)")
            {
                Parameters = { new() { Value = $"\"{table.Key}\"" }, new() { Value = table.First().Plan.KeyColumn }, new() { Value = table.Count() } },
            });
        }

        await using var reader = await batch.ExecuteReaderAsync();
        foreach (var table in tables)
        {
            foreach (var row in table)
            {
                await reader.ReadAsync();
                row.Plan.SetKey(row.Row, reader.GetInt64(0));
            }

            await reader.NextResultAsync();
        }
    }

    private static string TextOf(InsertPlan plan, string? key) =>
        TextOf(plan.Table, [.. plan.Columns.Select(static column => column.Name), .. key is null ? Array.Empty<string>() : [key]]);

    private static string TextOf(string table, IReadOnlyList<string> columns) =>
        InsertText.Of(table, columns, static index => string.Create(CultureInfo.InvariantCulture, $"${index + 1}"));
}
