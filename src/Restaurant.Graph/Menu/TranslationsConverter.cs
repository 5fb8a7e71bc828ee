using System.Text.Json;
using System.Text.Json.Serialization;

namespace Restaurant.Graph.Menu;

/// <summary>Writes translations as a menu file has them: an object with the languages as its names.</summary>
internal sealed class TranslationsConverter : JsonConverter<IReadOnlyList<TranslationEntry>>
{
    /// <inheritdoc />
    public override IReadOnlyList<TranslationEntry> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<TranslationEntry> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.ToDictionary(static entry => entry.Language, static entry => new { entry.Name, entry.Description }, StringComparer.Ordinal), options);
}
