using System.Runtime.InteropServices;
using System.Text.Json;
using Restaurant.Graph.Platform.Reading;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>
/// Texts that come again and again as JSON: one that came before is the same object again, found by its bytes, so that a document is neither
/// unescaped nor copied with every request.
/// </summary>
/// <param name="capacity">How many bytes are kept, in each of two generations.</param>
internal sealed class Utf8Texts(int capacity)
{
    private const int MaxLength = 32 * 1024;

    private readonly BoundedCache<int, Known> _known = new(capacity);

    /// <summary>The text of a JSON string.</summary>
    public string? Find(JsonElement json)
    {
        var quoted = JsonMarshal.GetRawUtf8Value(json);
        if (quoted.Length > MaxLength)
        {
            return json.GetString();
        }

        var hasher = default(HashCode);
        hasher.AddBytes(quoted);
        var hash = hasher.ToHashCode();
        if (_known.Find(hash) is { } known && quoted.SequenceEqual(known.Quoted))
        {
            return known.Text;
        }

        var text = json.GetString()!;
        _known.Keep(hash, new Known(quoted.ToArray(), text), quoted.Length);
        return text;
    }

    private sealed record Known(byte[] Quoted, string Text);
}
