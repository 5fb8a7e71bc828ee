using System.Buffers;
using System.Buffers.Binary;
using System.Collections;
using System.Globalization;
using System.Text;

namespace Restaurant.Graph.Data.Copying;

/// <summary>
/// One form for values of C#, whatever database they come from: other values have other bytes, and the bytes of keys sort as databases sort keys.
/// </summary>
internal static class RowForm
{
    private enum Kind : byte
    {
        Null,
        Number,
        Fraction,
        Text,
        Key,
        List,
        End,
    }

    /// <summary>Appends a value.</summary>
    public static void Write(ArrayBufferWriter<byte> bytes, object? value)
    {
        switch (value)
        {
            case null:
                Put(bytes, Kind.Null);
                break;
            case string text:
                Put(bytes, text);
                break;
            case Guid key:
                Put(bytes, Kind.Key);
                key.TryWriteBytes(bytes.GetSpan(16), bigEndian: true, out var written);
                bytes.Advance(written);
                break;
            case double number:
                Put(bytes, Kind.Fraction, BitConverter.DoubleToInt64Bits(number));
                break;
            case DateTimeOffset instant:
                Put(bytes, Kind.Number, instant.UtcTicks);
                break;
            case TimeOnly time:
                Put(bytes, Kind.Number, time.Ticks);
                break;
            case DateOnly date:
                Put(bytes, Kind.Number, date.DayNumber);
                break;
            case IEnumerable list:
                Put(bytes, list);
                break;
            case Enum or bool or long or int or short or byte:
                Put(bytes, Kind.Number, Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            default:
                throw new NotSupportedException($"There is no form yet for values of {value.GetType().Name}.");
        }
    }

    private static void Put(ArrayBufferWriter<byte> bytes, IEnumerable list)
    {
        Put(bytes, Kind.List);
        foreach (var item in list)
        {
            Write(bytes, item);
        }

        Put(bytes, Kind.End);
    }

    // The sign is turned round, so that what is less than nothing sorts first.
    private static void Put(ArrayBufferWriter<byte> bytes, Kind kind, long number)
    {
        Put(bytes, kind);
        BinaryPrimitives.WriteInt64BigEndian(bytes.GetSpan(sizeof(long)), number ^ long.MinValue);
        bytes.Advance(sizeof(long));
    }

    // Ended by a NUL, and one within is told from that by what follows it.
    private static void Put(ArrayBufferWriter<byte> bytes, string text)
    {
        Put(bytes, Kind.Text);
        Encoding.UTF8.GetBytes(text.Contains('\0', StringComparison.Ordinal) ? text.Replace("\0", "\0\uffff", StringComparison.Ordinal) : text, bytes);
        bytes.Write<byte>([0]);
    }

    private static void Put(ArrayBufferWriter<byte> bytes, Kind kind) => bytes.Write<byte>([(byte)kind]);
}
