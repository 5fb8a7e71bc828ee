using System.Buffers.Binary;

namespace Restaurant.Bench.Runner.Load;

/// <summary>A frame of the WebSocket protocol (RFC 6455, 5.2), whole messages alone.</summary>
internal readonly ref struct Frame
{
    public const byte Text = 1;
    public const byte Close = 8;
    public const byte Ping = 9;
    public const byte Pong = 10;

    private const byte Final = 0x80;
    private const byte Masked = 0x80;
    private const int ShortLength = 125;
    private const int TwoByteLength = 126;
    private const int KeyLength = 4;

    private Frame(byte kind, ReadOnlySpan<byte> payload)
    {
        Kind = kind;
        Payload = payload;
    }

    /// <summary>The opcode.</summary>
    public byte Kind { get; }

    /// <summary>What it carries.</summary>
    public ReadOnlySpan<byte> Payload { get; }

    /// <summary>A frame of a client. It has to be masked; a mask of zeros leaves the payload as it is.</summary>
    public static byte[] OfClient(byte kind, ReadOnlySpan<byte> payload) => payload.Length <= ShortLength
        ? [(byte)(Final | kind), (byte)(Masked | payload.Length), .. new byte[KeyLength], .. payload]
        : [(byte)(Final | kind), Masked | TwoByteLength, (byte)(payload.Length >> 8), (byte)payload.Length, .. new byte[KeyLength], .. payload];

    /// <summary>Takes a frame of a server off the data; false if it is not complete.</summary>
    public static bool TryTake(ref ReadOnlySpan<byte> data, out Frame frame)
    {
        frame = default;
        if (data.Length < 2 || data.Length < HeadLength(data[1]))
        {
            return false;
        }

        var head = HeadLength(data[1]);
        var length = head switch
        {
            2 => data[1],
            4 => BinaryPrimitives.ReadUInt16BigEndian(data[2..]),
            _ => BinaryPrimitives.ReadUInt64BigEndian(data[2..]),
        };
        if ((ulong)(data.Length - head) < length)
        {
            return false;
        }

        frame = (data[0] & Final) != 0 ? new Frame((byte)(data[0] & 0x0F), data.Slice(head, (int)length)) : throw new InvalidDataException("A message comes in parts.");
        data = data[(head + (int)length)..];
        return true;
    }

    private static int HeadLength(byte length) => length < TwoByteLength ? 2 : length == TwoByteLength ? 4 : 10;
}
