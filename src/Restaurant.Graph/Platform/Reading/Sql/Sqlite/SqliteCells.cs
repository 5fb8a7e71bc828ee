using System.Text;
using System.Text.Encodings.Web;
using Restaurant.Graph.Platform.Reading.Json;

namespace Restaurant.Graph.Platform.Reading.Sql.Sqlite;

/// <summary>Those of SQLite, which hands out its own memory.</summary>
internal sealed class SqliteCells : Cells
{
    private nint _row;

    /// <summary>Points at the rows of a prepared statement.</summary>
    public void At(nint statement) => _row = statement;

    /// <inheritdoc />
    public override bool IsNull(int ordinal) => SqliteColumns.Kind(_row, ordinal) == SqliteColumns.Null;

    /// <inheritdoc />
    public override long Int64(int ordinal) => SqliteColumns.Int64(_row, ordinal);

    /// <inheritdoc />
    public override double Double(int ordinal) => SqliteColumns.Double(_row, ordinal);

    /// <inheritdoc />
    public override ReadOnlySpan<byte> Utf8(int ordinal) => SqliteColumns.Utf8(_row, ordinal);

    /// <inheritdoc />
    public override void WriteTo(Utf8Buffer json, int ordinal, JavaScriptEncoder encoder)
    {
        switch (SqliteColumns.Kind(_row, ordinal))
        {
            case SqliteColumns.Null:
                json.Write("null"u8);
                break;
            case SqliteColumns.Integer:
                json.Write(Int64(ordinal));
                break;
            case SqliteColumns.Float:
                json.Write(Double(ordinal));
                break;
            default:
                json.WriteString(Utf8(ordinal), encoder);
                break;
        }
    }

    /// <inheritdoc />
    public override object? Value(int ordinal) => SqliteColumns.Kind(_row, ordinal) switch
    {
        SqliteColumns.Null => null,
        SqliteColumns.Integer => Int64(ordinal),
        SqliteColumns.Float => Double(ordinal),
        _ => Encoding.UTF8.GetString(Utf8(ordinal)),
    };
}
