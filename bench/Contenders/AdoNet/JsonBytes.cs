using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text.Encodings.Web;
using SQLitePCL;

namespace Restaurant.Bench.Contenders.AdoNet;

/// <summary>JSON written by hand into bytes that are kept from request to request.</summary>
internal sealed class JsonBytes : IBufferWriter<byte>
{
    private const int MaxNumberLength = 20;
    private const int MaxIdLength = 64;

    /// <summary>A byte of these may begin something to escape; everything else is copied as it is.</summary>
    private static readonly SearchValues<byte> Suspicious = SearchValues.Create(
        [.. Enumerable.Range(0, 256).Where(value => value is < 0x20 or '"' or '\\' or 0x7F or 0xC2 or >= 0xE2).Select(value => (byte)value)]);

    private byte[] _bytes = new byte[4096];
    private int _length;

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    /// <summary>Begins anew.</summary>
    public void Clear() => _length = 0;

    /// <summary>Takes back the last byte, a comma that nothing follows.</summary>
    public void TrimComma() => _length -= _bytes[_length - 1] == ',' ? 1 : 0;

    /// <summary>JSON as it is.</summary>
    public void Raw(ReadOnlySpan<byte> json)
    {
        json.CopyTo(GetSpan(json.Length));
        _length += json.Length;
    }

    /// <summary>A column that holds JSON.</summary>
    public void Raw(sqlite3_stmt row, int column) => Raw(raw.sqlite3_column_blob(row, column));

    /// <summary>A column that holds text, between quotes.</summary>
    public void Text(sqlite3_stmt row, int column) => Text(raw.sqlite3_column_blob(row, column));

    /// <summary>Text between quotes.</summary>
    public void Text(ReadOnlySpan<byte> utf8)
    {
        Raw("\""u8);
        if (utf8.IndexOfAny(Suspicious) < 0)
        {
            Raw(utf8);
        }
        else
        {
            JavaScriptEncoder.UnsafeRelaxedJsonEscaping.EncodeUtf8(utf8, GetSpan(utf8.Length * 6), out _, out var written);
            _length += written;
        }

        Raw("\""u8);
    }

    /// <summary>A column that holds a whole number.</summary>
    public void Number(sqlite3_stmt row, int column) => Number(raw.sqlite3_column_int64(row, column));

    /// <summary>A whole number.</summary>
    public void Number(long value)
    {
        Utf8Formatter.TryFormat(value, GetSpan(MaxNumberLength), out var written);
        _length += written;
    }

    /// <summary>A column that holds 0 or 1.</summary>
    public void Flag(sqlite3_stmt row, int column) => Raw(raw.sqlite3_column_int64(row, column) != 0 ? "true"u8 : "false"u8);

    /// <summary>A column that holds minor units, as an amount with two decimals.</summary>
    public void Amount(sqlite3_stmt row, int column)
    {
        var units = raw.sqlite3_column_int64(row, column);
        if (units < 0)
        {
            Raw("-"u8);
        }

        var (whole, cents) = Math.DivRem(Math.Abs(units), 100);
        Number(whole);
        cents.TryFormat(GetSpan(3)[1..], out _, "00", CultureInfo.InvariantCulture);
        _bytes[_length] = (byte)'.';
        _length += 3;
    }

    /// <summary>A column that holds a key, as a global id between quotes.</summary>
    public void Id(ReadOnlySpan<byte> prefix, sqlite3_stmt row, int column) => Id(prefix, raw.sqlite3_column_int64(row, column));

    /// <summary>A global id between quotes.</summary>
    public void Id(ReadOnlySpan<byte> prefix, long key)
    {
        Span<byte> plain = stackalloc byte[MaxIdLength];
        prefix.CopyTo(plain);
        Utf8Formatter.TryFormat(key, plain[prefix.Length..], out var digits);
        Raw("\""u8);
        Base64.EncodeToUtf8(plain[..(prefix.Length + digits)], GetSpan(MaxIdLength * 2), out _, out var written);
        _length += written;
        Raw("\""u8);
    }

    /// <inheritdoc />
    public void Advance(int count) => _length += count;

    /// <inheritdoc />
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _bytes.AsMemory(_length);
    }

    /// <inheritdoc />
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _bytes.AsSpan(_length);
    }

    private void Reserve(int size)
    {
        if (_bytes.Length - _length < size)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + size));
        }
    }
}
