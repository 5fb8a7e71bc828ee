using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Restaurant.Graph.Tests.Platform.Reading.Oracle.Syntax;

/// <summary>A number, a text, a boolean or null: what GraphQL and JSON write alike.</summary>
internal sealed record Literal : Value
{
    public static readonly Literal Null = new("null");

    private Literal(string text) => Text = text;

    public override string Text { get; }

    public override string Json => Text;

    /// <summary>A number in the form in which it is to be written.</summary>
    public static Literal Number(string text) => new(text);

    public static Literal Of(long number) => new(number.ToString(CultureInfo.InvariantCulture));

    public static Literal Of(bool flag) => new(flag ? "true" : "false");

    /// <summary>A text, with no more escaped than has to be.</summary>
    public static Literal Of(string text)
    {
        var written = new StringBuilder("\"");
        foreach (var character in text)
        {
            _ = character is '"' or '\\' ? written.Append('\\').Append(character)
                : char.IsControl(character) ? written.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}")
                : written.Append(character);
        }

        return new Literal(written.Append('"').ToString());
    }

    public override IEnumerable<Value> Smaller(Case whole) => Text[0] switch
    {
        '"' => Shorter(JsonSerializer.Deserialize<string>(Text)!).Select(Of),
        '-' or (>= '0' and <= '9') when Text.Length > 1 => [Of(0), Of(1)],
        _ => [],
    };

    private static IEnumerable<string> Shorter(string text)
    {
        Rune[] runes = [.. text.EnumerateRunes()];
        return Reduction.Of(runes, static _ => []).Select(static part => string.Concat(part));
    }
}
