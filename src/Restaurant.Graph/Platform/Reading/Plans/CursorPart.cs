using System.Buffers.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Restaurant.Graph.Platform.Paging;
using Restaurant.Graph.Platform.Reading.Json;
using Restaurant.Graph.Platform.Reading.Sql;

namespace Restaurant.Graph.Platform.Reading.Plans;

/// <summary>The cursor of a row, byte for byte as <see cref="Cursor"/> makes it.</summary>
internal sealed class CursorPart(string signature, IReadOnlyList<int> keys) : Part
{
    [ThreadStatic]
    private static Utf8Buffer? _scratch;

    private readonly byte[] _signature = [(byte)'[', .. JsonSerializer.SerializeToUtf8Bytes(signature)];

    /// <inheritdoc />
    public override void Write(Rendering rendering, Cells cells)
    {
        var scratch = _scratch ??= new Utf8Buffer();
        scratch.Clear();
        scratch.Write(_signature);
        foreach (var key in keys)
        {
            scratch.Write((byte)',');
            cells.WriteTo(scratch, key, JavaScriptEncoder.Default);
        }

        scratch.Write((byte)']');
        var json = rendering.Text;
        json.Write((byte)'"');
        json.Advance(Base64Url.EncodeToUtf8(scratch.Span, json.GetSpan(Base64Url.GetEncodedLength(scratch.Length))));
        json.Write((byte)'"');
    }
}
