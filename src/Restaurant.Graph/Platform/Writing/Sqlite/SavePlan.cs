using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Update;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Platform.Writing.Sqlite;

/// <summary>How rows of one type are inserted and updated.</summary>
internal sealed class SavePlan
{
    private readonly string _table;
    private readonly (IProperty Property, string Column)[] _columns;
    private readonly (IProperty Property, string Column)[] _key;
    private readonly (IProperty Property, string Column)[] _tokens;
    private readonly HashSet<IProperty> _indexed;
    private readonly IProperty? _generated;
    private readonly (IProperty Property, string Column)[] _inserted;
    private readonly string _insert;

    private SavePlan(IEntityType type, string table, (IProperty Property, string Column)[] columns)
    {
        (_table, _columns) = (table, columns);
        _key = [.. columns.Where(static column => column.Property.IsPrimaryKey())];
        _tokens = [.. columns.Where(static column => column.Property.IsConcurrencyToken)];
        _indexed = [.. type.GetIndexes().Where(static index => index.IsUnique).SelectMany(static index => index.Properties)];
        _generated = _key is [{ Property: { ValueGenerated: ValueGenerated.OnAdd } key }] && key.ClrType == typeof(long) && !key.IsForeignKey() ? key : null;
        _inserted = [.. columns.Where(column => column.Property != _generated)];
        _insert = InsertText.Of(table, _inserted.Select(static column => column.Column), static _ => "?");
    }

    /// <summary>How the row of an entry is saved; null if EF Core has to save it.</summary>
    public static SavePlan? Of(IUpdateEntry entry)
    {
        var plan = entry.EntityType.GetOrAddRuntimeAnnotationValue(nameof(SavePlan), static type => new Found(Of(type!)), entry.EntityType).Plan;
        return plan is not null && plan.Serves(entry) ? plan : null;
    }

    /// <summary>Saves it.</summary>
    /// <exception cref="DbUpdateConcurrencyException">The row is not the one that was read.</exception>
    public void Save(SqliteWriteConnection connection, IUpdateEntry entry)
    {
        if (entry.EntityState == EntityState.Added)
        {
            Insert(connection, entry);
        }
        else
        {
            Update(connection, entry);
        }
    }

    private static SavePlan? Of(IEntityType type)
    {
        if (type.GetTableName() is not { } table
            || type.FindPrimaryKey() is null
            || type.GetTableMappings().Count() != 1
            || type.GetTableMappings().Single().Table.EntityTypeMappings.Any(mapping => mapping.TypeBase.ContainingEntityType.GetRootType() != type.GetRootType()))
        {
            return null;
        }

        var store = StoreObjectIdentifier.Table(table);
        (IProperty Property, string Column)[] columns = [.. type.GetFlattenedProperties().Select(property => (property, property.GetColumnName(store) ?? ""))];
        return columns.Any(static column => column.Column.Length == 0 || IsMadeByTheStore(column.Property)) ? null : new SavePlan(type, table, columns);
    }

    private bool Serves(IUpdateEntry entry) => entry.EntityState switch
    {
        EntityState.Added => _generated is null || entry.HasTemporaryValue(_generated),

        // The order of updates matters where two rows change places in a unique index.
        EntityState.Modified => !_indexed.Any(entry.IsModified),
        _ => false,
    };

    private static bool IsMadeByTheStore(IProperty property) =>
        property.ValueGenerated is ValueGenerated.OnAddOrUpdate or ValueGenerated.OnUpdate or ValueGenerated.OnUpdateSometimes
        || property.GetDefaultValueSql() is not null
        || (property.ValueGenerated == ValueGenerated.OnAdd && !property.IsPrimaryKey());

    private void Insert(SqliteWriteConnection connection, IUpdateEntry entry)
    {
        var values = new object?[_inserted.Length];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = StoredValue.Of(entry.GetCurrentProviderValue(_inserted[index].Property));
        }

        var statement = connection.Prepare(_insert);
        statement.Run(values);
        if (_generated is not null)
        {
            entry.SetStoreGeneratedValue(_generated, statement.InsertedKey);
        }
    }

    private void Update(SqliteWriteConnection connection, IUpdateEntry entry)
    {
        var text = new StringBuilder($"UPDATE \"{_table}\" SET ");
        var values = new List<object?>(_columns.Length);
        foreach (var (property, column) in _columns.Where(column => entry.IsModified(column.Property)))
        {
            text.Append(CultureInfo.InvariantCulture, $"{(values.Count == 0 ? "" : ", ")}\"{column}\" = ?");
            values.Add(StoredValue.Of(entry.GetCurrentProviderValue(property)));
        }

        if (values.Count == 0)
        {
            return;
        }

        var separator = " WHERE ";
        foreach (var (property, column) in _key.Concat(_tokens))
        {
            text.Append(CultureInfo.InvariantCulture, $"{separator}\"{column}\" {(property.IsNullable ? "IS" : "=")} ?");
            values.Add(StoredValue.Of(entry.GetOriginalProviderValue(property)));
            separator = " AND ";
        }

        if (connection.Prepare(text.ToString()).Run([.. values]) != 1)
        {
            throw new DbUpdateConcurrencyException("A row is not the one that was read.", [entry]);
        }
    }

    private sealed record Found(SavePlan? Plan);
}
