using System.Text;

namespace Restaurant.Graph.Tests.Fuzzing;

/// <summary>Makes of something right something that may be wrong in any way.</summary>
internal sealed class Noise(Random random)
{
    private static readonly string[] Nasty =
    [
        "", "\0", "\u0001", "\ud800", "\udfff", "\ufeff", "\u202e", "💥", "%", "_", "'", "\"", "\\", "`", "';--", "' OR 1=1 --", "\\u0000", "\\ud800", "{", "}", "[", "]", "(", ")", "$", "!", "&", "...", ":", "@",
        "null", "true", "-1", "0", "1e309", "9223372036854775808", "99999999999999999999999999", "0x10", "NaN", "\r\n", "\t", "T3JkZXI6MQ==", "AAAAAAAAAAA", "__proto__", "__typename", "../../etc/passwd", "%00",
    ];

    /// <summary>Bytes of any kind.</summary>
    public byte[] Bytes(int most)
    {
        var bytes = new byte[random.Next(most)];
        random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>A text of nasty parts.</summary>
    public string Text(int most) => string.Concat(random.GetItems(Nasty, random.Next(1, most)));

    /// <summary>A text with some of it cut out, doubled, exchanged or made nasty.</summary>
    public string Of(string text)
    {
        var changed = new StringBuilder(text);
        for (var times = random.Next(1, 6); times > 0; times--)
        {
            var (at, length) = (random.Next(changed.Length + 1), random.Next(12));
            length = Math.Min(length, changed.Length - at);
            switch (random.Next(4))
            {
                case 0:
                    changed.Remove(at, length);
                    break;
                case 1:
                    changed.Insert(at, changed.ToString(at, length));
                    break;
                case 2:
                    changed.Insert(at, Nasty[random.Next(Nasty.Length)]);
                    break;
                default:
                    changed.Remove(at, length).Insert(at, Text(3));
                    break;
            }
        }

        return changed.ToString();
    }

    /// <summary>Bytes with some of them exchanged.</summary>
    public byte[] Of(byte[] bytes)
    {
        byte[] changed = [.. bytes];
        for (var times = random.Next(1, 6); times > 0 && changed.Length > 0; times--)
        {
            changed[random.Next(changed.Length)] = (byte)random.Next(256);
        }

        return random.Next(4) == 0 ? changed[..random.Next(changed.Length + 1)] : changed;
    }
}
