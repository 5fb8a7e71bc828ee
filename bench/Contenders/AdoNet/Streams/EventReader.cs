using System.Buffers.Binary;
using System.Buffers.Text;
using Microsoft.Data.Sqlite;

namespace Restaurant.Bench.Contenders.AdoNet.Streams;

/// <summary>An open connection with its prepared commands.</summary>
internal sealed class EventReader
{
    private readonly JsonBytes _json = new();
    private readonly SqliteCommand _latest;
    private readonly SqliteCommand _event;
    private readonly SqliteParameter _number = new("@number", SqliteType.Integer);

    public EventReader(string database)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ToString());
        connection.Open();
        _latest = connection.Prepare("""SELECT MAX("Number") FROM "Events" WHERE "Kind" = 'ORDER'""");
        _event = connection.Prepare(
            """
            SELECT e."Number", e."OrderStatus", e."OrderVersion", o."Id", o."Number", o."Status", o."Total"
            FROM "Events" AS e INNER JOIN "Orders" AS o ON o."Id" = e."OrderId" WHERE e."Number" = @number
            """,
            _number);
    }

    /// <summary>The number of the latest event of an order; null if there is none.</summary>
    public long? Latest() => _latest.ExecuteScalar() as long?;

    /// <summary>A message of the subscription with an id.</summary>
    public byte[] Read(long number, ReadOnlySpan<byte> id)
    {
        _number.Value = number;
        using var rows = _event.ExecuteReader();
        if (!rows.Read())
        {
            throw new InvalidDataException($"There is no event {number}.");
        }

        var row = rows.Handle!;
        _json.Clear();
        _json.Raw("""{"type":"next","id":"""u8);
        _json.Text(id);
        _json.Raw(""","payload":{"data":{"onOrdersChanged":{"cursor":"""u8);
        WriteCursor(number);
        _json.Raw(""","status":"""u8);
        _json.Text(row, 1);
        _json.Raw(""","version":"""u8);
        _json.Number(row, 2);
        _json.Raw(""","order":{"id":"""u8);
        _json.Id("Order:"u8, row, 3);
        _json.Raw(""","number":"""u8);
        _json.Number(row, 4);
        _json.Raw(""","status":"""u8);
        _json.Text(row, 5);
        _json.Raw(""","total":{"minorUnits":"""u8);
        _json.Number(row, 6);
        _json.Raw("}}}}}}"u8);
        return _json.Written.ToArray();
    }

    // In the form of the server's own, as cursors of pages are.
    private void WriteCursor(long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        _json.Raw("\""u8);
        _json.Advance(Base64Url.EncodeToUtf8(bytes, _json.GetSpan(Base64Url.GetEncodedLength(bytes.Length))));
        _json.Raw("\""u8);
    }
}
