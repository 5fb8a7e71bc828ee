using System.Buffers;
using System.Buffers.Text;
using System.Text.Encodings.Web;

namespace Restaurant.Graph.Platform.Reading.Json;

/// <summary>JSON in the making: bytes of UTF-8 in memory that is used again.</summary>
/// <param name="limit">How many bytes there may be; beyond it a <see cref="ReadLimitError"/> is thrown.</param>
internal sealed class Utf8Buffer(int limit = int.MaxValue / 2) : IBufferWriter<byte>, IDisposable
{
    private const int FirstSize = 1024;
    private const int MaxNumberLength = 32;

    private static readonly JavaScriptEncoder Relaxed = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    private byte[] _bytes = [];

    /// <summary>How many bytes there are.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Span => _bytes.AsSpan(0, Length);

    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Memory => _bytes.AsMemory(0, Length);

    /// <summary>Adds bytes as they are.</summary>
    public void Write(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(GetSpan(utf8.Length));
        Length += utf8.Length;
    }

    /// <summary>Adds one byte.</summary>
    public void Write(byte character)
    {
        GetSpan(1)[0] = character;
        Length++;
    }

    /// <summary>Adds a number.</summary>
    public void Write(long number)
    {
        Utf8Formatter.TryFormat(number, GetSpan(MaxNumberLength), out var written);
        Length += written;
    }

    /// <summary>Adds a number, in the fewest digits that tell it from all others.</summary>
    public void Write(double number)
    {
        Utf8Formatter.TryFormat(number, GetSpan(MaxNumberLength), out var written);
        Length += written;
    }

    /// <summary>Adds a text in quotes, with what JSON wants escaped escaped, and no more.</summary>
    public void WriteString(ReadOnlySpan<byte> text) => WriteString(text, Relaxed);

    /// <summary>Adds a text in quotes, with what an encoder escapes escaped.</summary>
    public void WriteString(ReadOnlySpan<byte> text, JavaScriptEncoder encoder)
    {
        Write((byte)'"');
        var special = encoder.FindFirstCharacterToEncodeUtf8(text);
        while (special >= 0)
        {
            Write(text[..special]);
            text = text[special..];

            // A part at a time, so that one odd character makes no room for a whole text of them.
            var part = text[..Math.Min(text.Length, 256)];
            encoder.EncodeUtf8(part, GetSpan(part.Length * 6), out var consumed, out var written, isFinalBlock: part.Length == text.Length);
            Length += written;
            text = text[consumed..];
            special = encoder.FindFirstCharacterToEncodeUtf8(text);
        }

        Write(text);
        Write((byte)'"');
    }

    /// <summary>Takes back what was written after a length.</summary>
    public void Truncate(int length) => Length = length;

    /// <summary>Begins anew, in the same memory.</summary>
    public void Clear() => Length = 0;

    /// <inheritdoc />
    public void Advance(int count) => Length += count;

    /// <inheritdoc />
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        GetSpan(sizeHint);
        return _bytes.AsMemory(Length);
    }

    /// <inheritdoc />
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        if (_bytes.Length - Length < Math.Max(sizeHint, 1))
        {
            Grow(Math.Max(sizeHint, 1));
        }

        return _bytes.AsSpan(Length);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
        }

        (_bytes, Length) = ([], 0);
    }

    private void Grow(int more)
    {
        if (more > limit - Length)
        {
            throw ReadLimitError.TooLarge(limit);
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(FirstSize, Math.Max(_bytes.Length * 2, Length + more)));
        Span.CopyTo(larger);
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
        }

        _bytes = larger;
    }
}
