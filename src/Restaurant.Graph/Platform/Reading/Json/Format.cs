using System.Buffers;
using System.Buffers.Text;
using Restaurant.Graph.Platform.Reading.Sql;

namespace Restaurant.Graph.Platform.Reading.Json;

/// <summary>How the value of a column, which is not null, is written as JSON.</summary>
internal abstract class Format
{
    /// <summary>A text that may have anything in it.</summary>
    public static Format Text { get; } = new TextFormat();

    /// <summary>A text that needs no escaping: a name, an instant.</summary>
    public static Format Plain { get; } = new PlainFormat();

    /// <summary>A universally unique identifier, stored in capitals.</summary>
    public static Format Uuid { get; } = new UuidFormat();

    /// <summary>JSON itself.</summary>
    public static Format Json { get; } = new JsonFormat();

    /// <summary>A whole number.</summary>
    public static Format Integer { get; } = new IntegerFormat();

    /// <summary>A number with a fraction.</summary>
    public static Format Number { get; } = new NumberFormat();

    /// <summary>A truth value, stored as 0 or 1.</summary>
    public static Format Boolean { get; } = new BooleanFormat();

    /// <summary>Writes it.</summary>
    public abstract void Write(Utf8Buffer json, Cells cells, int ordinal);

    /// <summary>A key as a global id of a type.</summary>
    public static Format GlobalId(string typeName) => new GlobalIdFormat(typeName);

    /// <summary>Minor units as an amount with so many decimals.</summary>
    public static Format Amount(int decimals) => new AmountFormat(decimals);

    private sealed class TextFormat : Format
    {
        public override void Write(Utf8Buffer json, Cells cells, int ordinal) => json.WriteString(cells.Utf8(ordinal));
    }

    private sealed class PlainFormat : Format
    {
        public override void Write(Utf8Buffer json, Cells cells, int ordinal)
        {
            json.Write((byte)'"');
            json.Write(cells.Utf8(ordinal));
            json.Write((byte)'"');
        }
    }

    private sealed class UuidFormat : Format
    {
        public override void Write(Utf8Buffer json, Cells cells, int ordinal)
        {
            var text = cells.Utf8(ordinal);
            json.Write((byte)'"');
            System.Text.Ascii.ToLower(text, json.GetSpan(text.Length), out var written);
            json.Advance(written);
            json.Write((byte)'"');
        }
    }

    private sealed class JsonFormat : Format
    {
        public override void Write(Utf8Buffer json, Cells cells, int ordinal) => json.Write(cells.Utf8(ordinal));
    }

    private sealed class IntegerFormat : Format
    {
        public override void Write(Utf8Buffer json, Cells cells, int ordinal) => json.Write(cells.Int64(ordinal));
    }

    private sealed class NumberFormat : Format
    {
        public override void Write(Utf8Buffer json, Cells cells, int ordinal) => json.Write(cells.Double(ordinal));
    }

    private sealed class BooleanFormat : Format
    {
        public override void Write(Utf8Buffer json, Cells cells, int ordinal) => json.Write(cells.Int64(ordinal) == 0 ? "false"u8 : "true"u8);
    }

    private sealed class GlobalIdFormat(string typeName) : Format
    {
        private readonly byte[] _prefix = System.Text.Encoding.UTF8.GetBytes($"{typeName}:");

        public override void Write(Utf8Buffer json, Cells cells, int ordinal)
        {
            Span<byte> id = stackalloc byte[_prefix.Length + 20];
            _prefix.CopyTo(id);
            Utf8Formatter.TryFormat(cells.Int64(ordinal), id[_prefix.Length..], out var digits);
            json.Write((byte)'"');
            Base64.EncodeToUtf8(id[..(_prefix.Length + digits)], json.GetSpan(Base64.GetMaxEncodedToUtf8Length(id.Length)), out _, out var written);
            json.Advance(written);
            json.Write((byte)'"');
        }
    }

    private sealed class AmountFormat(int decimals) : Format
    {
        private readonly StandardFormat _fraction = new('D', (byte)decimals);
        private readonly long _scale = (long)Math.Pow(10, decimals);

        public override void Write(Utf8Buffer json, Cells cells, int ordinal)
        {
            var units = cells.Int64(ordinal);
            if (units < 0)
            {
                json.Write((byte)'-');
            }

            json.Write(Math.Abs(units / _scale));
            if (decimals > 0)
            {
                json.Write((byte)'.');
                Utf8Formatter.TryFormat(Math.Abs(units % _scale), json.GetSpan(20), out var written, _fraction);
                json.Advance(written);
            }
        }
    }
}
