using System.Data.Common;
using System.Linq.Expressions;
using System.Text;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Restaurant.Graph.Data.Copying;

/// <summary>A column of a database, and how its values become values of C# and come of them: by the model's own mapping.</summary>
internal sealed class StoredColumn
{
    private readonly ValueConverter? _converter;
    private readonly Func<DbDataReader, int, object?> _read;

    private StoredColumn(string name, RelationalTypeMapping mapping, bool isOfFile)
    {
        (Name, Type, _converter) = (name, mapping.StoreTypeNameBase, mapping.Converter);
        _read = isOfFile && (_converter?.ProviderClrType ?? mapping.ClrType) == typeof(string) ? ReadText : Reader(mapping);
    }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>What the database calls its type, without a length.</summary>
    public string Type { get; }

    /// <summary>The column of a model.</summary>
    public static StoredColumn Of(IColumn column, bool isOfFile) => new(column.Name, column.PropertyMappings[0].TypeMapping, isOfFile);

    /// <summary>The value of C# in a row.</summary>
    public object? Read(DbDataReader reader, int ordinal)
    {
        if (reader.IsDBNull(ordinal))
        {
            return null;
        }

        var stored = _read(reader, ordinal);
        return _converter is null ? stored : _converter.ConvertFromProvider(stored);
    }

    /// <summary>What the database is given for a value of C#.</summary>
    public object? Stored(object? value) => _converter is null || value is null ? value : _converter.ConvertToProvider(value);

    private static Func<DbDataReader, int, object?> Reader(RelationalTypeMapping mapping)
    {
        var (reader, ordinal) = (Expression.Parameter(typeof(DbDataReader)), Expression.Parameter(typeof(int)));
        var method = mapping.GetDataReaderMethod();
        var read = mapping.CustomizeDataReaderExpression(Expression.Call(Expression.Convert(reader, method.DeclaringType!), method, ordinal));
        return Expression.Lambda<Func<DbDataReader, int, object?>>(Expression.Convert(read, typeof(object)), reader, ordinal).Compile();
    }

    // The driver ends a text of SQLite at a NUL; its bytes are whole.
    private static string ReadText(DbDataReader reader, int ordinal) => Encoding.UTF8.GetString(reader.GetFieldValue<byte[]>(ordinal));
}
