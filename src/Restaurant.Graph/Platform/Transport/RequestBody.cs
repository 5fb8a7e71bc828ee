using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>The body of a request as JSON, in the memory where it came in, which goes back when it is disposed.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct RequestBody : IDisposable
{
    private readonly JsonDocument _json;
    private readonly PipeReader _reader;
    private readonly SequencePosition _end;

    private RequestBody(JsonDocument json, PipeReader reader, SequencePosition end) => (_json, _reader, _end) = (json, reader, end);

    /// <summary>The JSON.</summary>
    public JsonElement Root => _json.RootElement;

    /// <summary>Parses a whole body; throws <see cref="JsonException"/> for what is none.</summary>
    public static RequestBody Parse(ReadOnlySequence<byte> body, PipeReader reader)
    {
        try
        {
            return new RequestBody(JsonDocument.Parse(body), reader, body.End);
        }
        catch (JsonException)
        {
            reader.AdvanceTo(body.End);
            throw;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _json.Dispose();
        _reader.AdvanceTo(_end);
    }
}
