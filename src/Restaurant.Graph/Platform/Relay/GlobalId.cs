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
    public static long KeyOf(string text, string expected) =>
        !TryParse(text, out var id) ? throw InvalidIdError.Garbage(text)
        : !string.Equals(id.TypeName, expected, StringComparison.Ordinal) ? throw InvalidIdError.WrongType(id, expected)
        : id.Key;

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
