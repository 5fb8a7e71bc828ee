using Npgsql;

namespace Restaurant.Graph.Platform.Reading.Sql.PostgreSql;

/// <summary>What kind of values a column has.</summary>
internal enum ColumnKind
{
    /// <summary>Those that are read as what they are written as: times, dates, identifiers.</summary>
    Other,

    /// <summary>Texts.</summary>
    Text,

    /// <summary>Whole numbers.</summary>
    Integer,

    /// <summary>Numbers with a fraction.</summary>
    Double,

    /// <summary>Truth values.</summary>
    Boolean,

    /// <summary>Instants.</summary>
    Instant,

    /// <summary>Lists of texts.</summary>
    Texts,
}

/// <summary>Tells the kinds of columns by the names of their types (https://www.postgresql.org/docs/current/catalog-pg-type.html).</summary>
internal static class ColumnKinds
{
    /// <summary>Those of the result at which a reader stands.</summary>
    public static ColumnKind[] Of(NpgsqlDataReader reader) =>
        [.. Enumerable.Range(0, reader.FieldCount).Select(column => Of(reader.GetPostgresType(column).InternalName))];

    private static ColumnKind Of(string type) => type switch
    {
        "text" or "varchar" or "bpchar" => ColumnKind.Text,
        "int2" or "int4" or "int8" => ColumnKind.Integer,
        "float4" or "float8" => ColumnKind.Double,
        "bool" => ColumnKind.Boolean,
        "timestamptz" => ColumnKind.Instant,
        "_text" or "_varchar" => ColumnKind.Texts,
        _ => ColumnKind.Other,
    };
}
