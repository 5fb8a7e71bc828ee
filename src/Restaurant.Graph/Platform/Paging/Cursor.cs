using System.Buffers.Text;
using System.Text.Json;
using Restaurant.Graph.Platform.Sorting;

namespace Restaurant.Graph.Platform.Paging;

/// <summary>A place in an order: the order's signature and the values of its keys at a row, as base64 of a JSON array.</summary>
internal static class Cursor
{
    /// <summary>The cursor of a row that was read.</summary>
    public static string Of(object row, IReadOnlyList<SortKey> keys) => Base64Url.EncodeToString(
        JsonSerializer.SerializeToUtf8Bytes<object?[]>([Signature(keys), .. keys.Select(key => key.Read(row))]));

    /// <summary>The values of the keys at a cursor; false for garbage and for a cursor of another order.</summary>
    public static bool TryParse(string cursor, IReadOnlyList<SortKey> keys, out JsonElement[] values)
    {
        values = [];
        if (!Base64Url.IsValid(cursor))
        {
            return false;
        }

        try
        {
            var parts = JsonSerializer.Deserialize<JsonElement[]>(Base64Url.DecodeFromChars(cursor));
            if (parts is null || parts.Length != keys.Count + 1 || parts[0].ValueKind != JsonValueKind.String
                || !parts[0].ValueEquals(Signature(keys)))
            {
                return false;
            }

            values = parts[1..];
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Signature(IReadOnlyList<SortKey> keys) => string.Join(',', keys.Select(key => key.Signature));
}
