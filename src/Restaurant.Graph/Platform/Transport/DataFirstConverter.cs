using System.Buffers;
using System.Text.Json;
using GraphQL;
using GraphQL.SystemTextJson;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>
/// Writes a result with its data ahead of its errors, the order of the specification (7.1); the engine writes them the other way round.
/// Only a result that has both pays for it.
/// </summary>
internal sealed class DataFirstConverter : ExecutionResultJsonConverter
{
    private static readonly string[] Order = ["data", "errors"];

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, ExecutionResult value, JsonSerializerOptions options)
    {
        if (value is not { Executed: true, Errors.Count: > 0 })
        {
            base.Write(writer, value, options);
            return;
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var engine = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = options.Encoder }))
        {
            base.Write(engine, value, options);
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        writer.WriteStartObject();
        foreach (var property in document.RootElement.EnumerateObject().OrderBy(property => (uint)Array.IndexOf(Order, property.Name)))
        {
            writer.WritePropertyName(property.Name);
            writer.WriteRawValue(property.Value.GetRawText());
        }

        writer.WriteEndObject();
    }
}
