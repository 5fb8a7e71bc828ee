using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Restaurant.Graph.Data.Copying;

/// <summary>A table of a database as the model has it: those of hierarchies and the ones that join others as well, and no views.</summary>
internal sealed class StoredTable
{
    private StoredTable(ITable table, bool isOfFile)
    {
        var key = table.PrimaryKey?.Columns ?? throw new NotSupportedException($"'{table.Name}' has no key.");
        Mapped = table;
        KeyLength = key.Count;
        var others = table.Columns.Where(column => column.ComputedColumnSql is null).Except(key).OrderBy(column => column.Name, StringComparer.Ordinal);
        Columns = [.. key.Concat(others).Select(column => StoredColumn.Of(column, isOfFile))];
    }

    /// <summary>What it is called.</summary>
    public string Name => Mapped.Name;

    /// <summary>The model's table.</summary>
    public ITable Mapped { get; }

    /// <summary>All columns, those of the key first.</summary>
    public IReadOnlyList<StoredColumn> Columns { get; }

    /// <summary>How many columns the key has.</summary>
    public int KeyLength { get; }

    /// <summary>The columns as a statement lists them.</summary>
    public string ColumnList => List(Columns);

    /// <summary>The column that numbers the rows; null if none does.</summary>
    public StoredColumn? Number => KeyLength == 1 && Mapped.PrimaryKey?.Columns[0].StoreTypeMapping.ClrType == typeof(long) ? Columns[0] : null;

    /// <summary>The tables of a model.</summary>
    public static IReadOnlyList<StoredTable> Of(IRelationalModel model, bool isOfFile) =>
        [.. model.Tables.OrderBy(static table => table.Name, StringComparer.Ordinal).Select(table => new StoredTable(table, isOfFile))];

    /// <summary>How many rows it has.</summary>
    public async Task<long> CountAsync(DbConnection connection, CancellationToken cancellationToken) =>
        Convert.ToInt64(await ScalarAsync(connection, $"SELECT count(*) FROM \"{Name}\"", cancellationToken), CultureInfo.InvariantCulture);

    /// <summary>The highest number in it; 0 if there is none.</summary>
    public async Task<long> HighestAsync(DbConnection connection, CancellationToken cancellationToken) =>
        await ScalarAsync(connection, $"SELECT max(\"{Columns[0].Name}\") FROM \"{Name}\"", cancellationToken) is long highest ? highest : 0;

    /// <summary>All rows in the order of their keys, as values of C#.</summary>
    public async IAsyncEnumerable<object?[]> RowsAsync(DbConnection connection, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {ColumnList} FROM \"{Name}\" ORDER BY {List(Columns.Take(KeyLength))}";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var row = new object?[Columns.Count];
            for (var column = 0; column < row.Length; column++)
            {
                row[column] = Read(reader, row, column);
            }

            yield return row;
        }
    }

    /// <summary>The key of a row, for people.</summary>
    public string KeyOf(object?[] row) => string.Join(", ", Columns.Take(KeyLength).Zip(row, static (column, value) => string.Create(CultureInfo.InvariantCulture, $"{column.Name} {value}")));

    private object? Read(DbDataReader reader, object?[] row, int column)
    {
        try
        {
            return Columns[column].Read(reader, column);
        }
        catch (Exception fault) when (fault is not DbException and not OperationCanceledException)
        {
            throw new CopyException($"'{Name}' has a row whose {Columns[column].Name} is nothing that a server could read: {KeyOf(row)}.");
        }
    }

    private static string List(IEnumerable<StoredColumn> columns) => string.Join(", ", columns.Select(static column => $"\"{column.Name}\""));

    private static async Task<object?> ScalarAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancellationToken);
    }
}
