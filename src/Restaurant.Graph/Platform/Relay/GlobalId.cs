using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Restaurant.Graph.Platform.Relay;

/// <summary>
/// The key of a row together with the name of its type: on the wire the base64 of <c>Type:key</c>, which clients treat as opaque
/// (https://relay.dev/graphql/objectidentification.htm).
/// </summary>
public readonly record struct GlobalId(string TypeName, long Key)
{
    /// <summary>Far above the longest id there is; anything longer is no id and is not worth decoding.</summary>
    private const int MaxLength = 128;

    /// <summary>The id as clients see it.</summary>
    public override string ToString() =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{TypeName}:{Key}")));

    /// <summary>The key in an id of a type; throws <see cref="InvalidIdError"/> for garbage and for an id of another type.</summary>
    public static long KeyOf(string text, string expected) => TryReadKey(text, expected, out var known) ? known
        : !TryParse(text, out var id) ? throw InvalidIdError.Garbage(text)
        : !string.Equals(id.TypeName, expected, StringComparison.Ordinal) ? throw InvalidIdError.WrongType(id, expected)
        : id.Key;

    // What an id of the type is in almost all cases, without making strings of its parts; an id has one form only, so it has to be of even
    // groups with the right padding, which is what the encoder of the platform would write again.
    private static bool TryReadKey(string text, string expected, out long key)
    {
        Span<byte> decoded = stackalloc byte[MaxLength];
        Span<byte> again = stackalloc byte[MaxLength * 2];
        key = 0;
        return text.Length is > 0 and <= MaxLength
            && Convert.TryFromBase64String(text, decoded, out var length)
            && length > expected.Length + 1
            && Ascii.Equals(decoded[..expected.Length], expected)
            && decoded[expected.Length] == ':'
            && decoded[expected.Length + 1] is > (byte)'0' and <= (byte)'9'
            && Utf8Parser.TryParse(decoded[(expected.Length + 1)..length], out key, out var digits)
            && digits == length - expected.Length - 1
            && Base64.EncodeToUtf8(decoded[..length], again, out _, out var written) == OperationStatus.Done
            && Ascii.Equals(again[..written], text);
    }

    /// <summary>Reads an id back; false for anything that <see cref="ToString"/> would not have written.</summary>
    public static bool TryParse(string text, out GlobalId id)
    {
        id = default;
        if (text.Length is 0 or > MaxLength || !Base64.IsValid(text))
        {
            return false;
        }

        var decoded = Encoding.UTF8.GetString(Convert.FromBase64String(text));
        var colon = decoded.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1 || !long.TryParse(decoded.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var key))
        {
            return false;
        }

        id = new GlobalId(decoded[..colon], key);
        return string.Equals(id.ToString(), text, StringComparison.Ordinal);
    }
}
