using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;

namespace Restaurant.Bench.Contenders.AdoNet;

/// <summary>The cursors of the two pages, in the form of the server's own: all that this contender knows of that form is here.</summary>
internal sealed class PageCursor
{
    private readonly ArrayBufferWriter<byte> _plain = new(256);
    private readonly Utf8JsonWriter _json;

    public PageCursor() => _json = new Utf8JsonWriter(_plain);

    /// <summary>Writes the cursor of a dish between quotes, by price, name and id.</summary>
    public void WriteDish(JsonBytes answer, long price, ReadOnlySpan<byte> name, long id)
    {
        Begin("-Price.MinorUnits,Name,Id"u8);
        _json.WriteNumberValue(price);
        _json.WriteStringValue(name);
        End(answer, id);
    }

    /// <summary>Writes the cursor of an order between quotes, by the time it was placed, as it is stored, and id.</summary>
    public void WriteOrder(JsonBytes answer, ReadOnlySpan<byte> placedAt, long id)
    {
        Begin("-PlacedAt,Id"u8);
        _json.WriteStringValue(placedAt);
        End(answer, id);
    }

    /// <summary>Reads the cursor of an order: the time as it is stored, and the id.</summary>
    public static (string PlacedAt, long Id) ReadOrder(string cursor)
    {
        var json = new Utf8JsonReader(Base64Url.DecodeFromChars(cursor));
        json.Read();
        json.Read();
        json.Read();
        var at = json.GetString() ?? throw new FormatException("The cursor has no time.");
        json.Read();
        return (at, json.GetInt64());
    }

    private void Begin(ReadOnlySpan<byte> signature)
    {
        _plain.ResetWrittenCount();
        _json.Reset();
        _json.WriteStartArray();
        _json.WriteStringValue(signature);
    }

    private void End(JsonBytes answer, long id)
    {
        _json.WriteNumberValue(id);
        _json.WriteEndArray();
        _json.Flush();
        answer.Raw("\""u8);
        answer.Advance(Base64Url.EncodeToUtf8(_plain.WrittenSpan, answer.GetSpan(Base64Url.GetEncodedLength(_plain.WrittenCount))));
        answer.Raw("\""u8);
    }
}
