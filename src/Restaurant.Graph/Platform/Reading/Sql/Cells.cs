using System.Data.Common;
using System.Text.Encodings.Web;
using Microsoft.Data.Sqlite;
using Restaurant.Graph.Platform.Reading.Json;
using SQLitePCL;

namespace Restaurant.Graph.Platform.Reading.Sql;

/// <summary>The values of the row at which a reader stands, without an object for each.</summary>
internal abstract class Cells
{
    /// <summary>Whether there is no value.</summary>
    public abstract bool IsNull(int ordinal);

    /// <summary>A whole number.</summary>
    public abstract long Int64(int ordinal);

    /// <summary>A text, as UTF-8; good until the reader moves on.</summary>
    public abstract ReadOnlySpan<byte> Utf8(int ordinal);

    /// <summary>Writes a value as JSON, whatever it is.</summary>
    public abstract void WriteTo(Utf8Buffer json, int ordinal, JavaScriptEncoder encoder);

    /// <summary>A value as C# has it: a long, a double, a string or null.</summary>
    public abstract object? Value(int ordinal);
}

/// <summary>Those of SQLite, which hands out its own memory.</summary>
internal sealed class SqliteCells : Cells
{
    private sqlite3_stmt? _row;

    /// <summary>Points at the rows of a reader.</summary>
    public void At(DbDataReader reader) => _row = ((SqliteDataReader)reader).Handle;

    /// <inheritdoc />
    public override bool IsNull(int ordinal) => raw.sqlite3_column_type(_row, ordinal) == raw.SQLITE_NULL;

    /// <inheritdoc />
    public override long Int64(int ordinal) => raw.sqlite3_column_int64(_row, ordinal);

    /// <inheritdoc />
    public override ReadOnlySpan<byte> Utf8(int ordinal) => raw.sqlite3_column_blob(_row, ordinal);

    /// <inheritdoc />
    public override void WriteTo(Utf8Buffer json, int ordinal, JavaScriptEncoder encoder)
    {
        switch (raw.sqlite3_column_type(_row, ordinal))
        {
            case raw.SQLITE_NULL:
                json.Write("null"u8);
                break;
            case raw.SQLITE_INTEGER:
                json.Write(Int64(ordinal));
                break;
            default:
                json.WriteString(Utf8(ordinal), encoder);
                break;
        }
    }

    /// <inheritdoc />
    public override object? Value(int ordinal) => raw.sqlite3_column_type(_row, ordinal) switch
    {
        raw.SQLITE_INTEGER => raw.sqlite3_column_int64(_row, ordinal),
        raw.SQLITE_FLOAT => raw.sqlite3_column_double(_row, ordinal),
        raw.SQLITE_NULL => null,
        _ => raw.sqlite3_column_text(_row, ordinal).utf8_to_string(),
    };
}
