using System.Buffers.Binary;
using System.Buffers.Text;
using GraphQL;

namespace Restaurant.Graph.Platform.Events;

/// <summary>The number of an event as clients see it.</summary>
internal static class EventCursor
{
    private const int Length = 11;

    /// <summary>The cursor of an event.</summary>
    public static string Of(long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>The number at a cursor; throws an error of code <c>INVALID_CURSOR</c> for garbage.</summary>
    public static long Parse(string cursor)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        return cursor.Length == Length
            && Base64Url.IsValid(cursor)
            && Base64Url.TryDecodeFromChars(cursor, bytes, out var written)
            && written == sizeof(long)
            && BinaryPrimitives.ReadInt64BigEndian(bytes) is >= 0 and var number
            ? number
            : throw new ExecutionError("'after' is not a cursor of this stream.") { Code = "INVALID_CURSOR" };
    }
}
