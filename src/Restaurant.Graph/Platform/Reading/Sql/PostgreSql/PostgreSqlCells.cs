using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Npgsql;
using Restaurant.Graph.Platform.Reading.Json;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Platform.Reading.Sql.PostgreSql;

/// <summary>Those of PostgreSQL, which has types of its own: they are shown in the forms that SQLite stores, which are those that clients read.</summary>
internal sealed class PostgreSqlCells : Cells
{
    private static readonly DateTimeOffset Epoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private byte[] _text = new byte[1024];
    private NpgsqlDataReader? _reader;
    private ColumnKind[] _kinds = [];

    private NpgsqlDataReader Reader => _reader ?? throw new InvalidOperationException("There is no row to look at.");

    /// <summary>Points at the rows of a reader.</summary>
    public void At(NpgsqlDataReader reader, ColumnKind[] kinds) => (_reader, _kinds) = (reader, kinds);

    /// <inheritdoc />
    public override bool IsNull(int ordinal) => Reader.IsDBNull(ordinal);

    /// <inheritdoc />
    public override long Int64(int ordinal) => _kinds[ordinal] == ColumnKind.Boolean ? Reader.GetBoolean(ordinal) ? 1 : 0 : Reader.GetInt64(ordinal);

    /// <inheritdoc />
    public override double Double(int ordinal) => Reader.GetDouble(ordinal);

    /// <inheritdoc />
    public override ReadOnlySpan<byte> Utf8(int ordinal) => _kinds[ordinal] switch
    {
        ColumnKind.Text => TextOf(ordinal),
        ColumnKind.Instant => Instant(Reader.GetInt64(ordinal)),
        ColumnKind.Texts => JsonSerializer.SerializeToUtf8Bytes(Reader.GetFieldValue<string[]>(ordinal)),
        _ => Encoding.UTF8.GetBytes((string)StoredValue.Of(Reader.GetValue(ordinal))!),
    };

    /// <inheritdoc />
    public override void WriteTo(Utf8Buffer json, int ordinal, JavaScriptEncoder encoder)
    {
        if (IsNull(ordinal))
        {
            json.Write("null"u8);
            return;
        }

        switch (_kinds[ordinal])
        {
            case ColumnKind.Integer or ColumnKind.Boolean:
                json.Write(Int64(ordinal));
                break;
            case ColumnKind.Double:
                json.Write(Double(ordinal));
                break;
            default:
                json.WriteString(Utf8(ordinal), encoder);
                break;
        }
    }

    /// <inheritdoc />
    public override object? Value(int ordinal) => IsNull(ordinal) ? null : _kinds[ordinal] switch
    {
        ColumnKind.Integer or ColumnKind.Boolean => Int64(ordinal),
        ColumnKind.Double => Double(ordinal),
        _ => Encoding.UTF8.GetString(Utf8(ordinal)),
    };

    private ReadOnlySpan<byte> TextOf(int ordinal)
    {
        var length = (int)Reader.GetBytes(ordinal, 0, _text, 0, _text.Length);
        if (length == _text.Length)
        {
            _text = new byte[Reader.GetBytes(ordinal, 0, null, 0, 0) + 1];
            length = (int)Reader.GetBytes(ordinal, 0, _text, 0, _text.Length);
        }

        return _text.AsSpan(0, length);
    }

    // As microseconds since 2000, in which it comes.
    private ReadOnlySpan<byte> Instant(long microseconds)
    {
        Epoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond).TryFormat(_text, out var length, Scalars.DateTimeType.Form, CultureInfo.InvariantCulture);
        return _text.AsSpan(0, length);
    }
}
