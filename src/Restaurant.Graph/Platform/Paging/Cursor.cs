using System.Buffers.Text;
using System.Text.Json;
using Restaurant.Graph.Platform.Sorting;

namespace Restaurant.Graph.Platform.Paging;

/// <summary>A place in an order: the order's signature and the values of its keys at a row, as base64 of a JSON array.</summary>
internal static class Cursor
{
    /// <summary>The cursor of a row with certain values of the keys.</summary>
    public static string Of(IReadOnlyList<SortKey> keys, IEnumerable<object?> values) => Base64Url.EncodeToString(
        JsonSerializer.SerializeToUtf8Bytes<object?[]>([Signature(keys), .. values.Select(SortKey.Comparable)]));

    /// <summary>The values of the keys at a cursor; null for garbage and for a cursor of another order.</summary>
    public static object?[]? Parse(string cursor, IReadOnlyList<SortKey> keys)
    {
        if (!Base64Url.IsValid(cursor))
        {
            return null;
        }

        try
        {
            var parts = JsonSerializer.Deserialize<JsonElement[]>(Base64Url.DecodeFromChars(cursor));
            if (parts?.Length != keys.Count + 1 || parts[0].ValueKind != JsonValueKind.String || !parts[0].ValueEquals(Signature(keys)))
            {
                return null;
            }

            object?[] values = [.. parts.Skip(1).Zip(keys, static (part, key) => part.Deserialize(key.Type))];
            return values.Zip(keys, static (value, key) => value is not null || key.IsNullable).All(static isRight => isRight) ? values : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>What tells the cursors of one order from those of another.</summary>
    public static string Signature(IReadOnlyList<SortKey> keys) => string.Join(',', keys.Select(key => key.Signature));
}
