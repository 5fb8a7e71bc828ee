using Microsoft.EntityFrameworkCore.Metadata;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Platform.Writing.Sqlite;

/// <summary>How values of C# become values of the store.</summary>
internal static class RowValues
{
    /// <summary>A value of a property, as the store holds it.</summary>
    public static object? Stored(this IProperty property, object? value) =>
        StoredValue.Of(property.FindTypeMapping()?.Converter is { } converter && value is not null ? converter.ConvertToProvider(value) : value);
}
