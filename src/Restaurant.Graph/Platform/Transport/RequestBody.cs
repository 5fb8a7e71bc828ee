using System.IO.Pipelines;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>The body of a request as JSON, in the memory where it came in, which goes back when it is disposed.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct RequestBody(JsonDocument json, PipeReader reader, SequencePosition end) : IDisposable
{
    /// <summary>The JSON.</summary>
    public JsonElement Root => json.RootElement;

    /// <inheritdoc />
    public void Dispose()
    {
        json.Dispose();
        reader.AdvanceTo(end);
    }
}
