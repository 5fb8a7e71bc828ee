using System.Globalization;
using System.Text;
using System.Text.Json;
using GraphQL.Types;
using Restaurant.Graph.Tests.Platform.Reading.Oracle.Syntax;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Reading.Oracle.Generation;

/// <summary>Makes scalars: mostly such as the database has or nearly has, and now and then what no sensible client would send.</summary>
internal sealed class ScalarGenerator(Random random, Harvest harvest)
{
    private static readonly string[] Hostile =
    [
        "", " ", "'", "\"", "\\", "%", "_", "a%", "e_", "--", "'; DROP TABLE Dishes;--", "$v0", "{0}", "null", "[a]", "*", "?",
        "\u0001", "\t", "\n", "\r\n", "\u007f", "\u200b", "\u2028", "\ufeff", "\uffff",
        "🎂", "👩‍🍳", "𝄞", "e\u0301", "é", "É", "ß", "ı", "İ", "ﬁ", "’", "ｅ",
    ];

    private static readonly string[] Decimals =
        ["0", "0.00", "-0.01", "1e1", "12.345", "3.5000", "0.004999", "99999999.99", "-1.5E-2", "792281625142643375935439503"];

    /// <summary>A value of a scalar or an enum, never null.</summary>
    public Value Of(ScalarGraphType type, Subject? subject) => type switch
    {
        EnumerationGraphType constants => new EnumValue(random.One(constants.Values.ToArray()).Name),
        { Name: "Boolean" } => Literal.Of(random.Happens(50)),
        { Name: "Int" } => Literal.Of(random.Happens(3) ? random.One([int.MinValue, int.MaxValue, -1]) : Near(subject)),
        { Name: "Long" } => Literal.Of(random.Happens(3) ? random.One([long.MinValue, long.MaxValue, -1]) : Near(subject)),
        { Name: "Decimal" } => Literal.Number(random.Happens(15) ? random.One(Decimals) : random.One(Or(subject, "10.00"))),
        { Name: "ID" } => Id(subject),
        // Asked for a type without a name, the engine fails.
        _ when subject is { Type: "__Type" } => Literal.Of(Known(subject)!),
        { Name: "DateTime" } => Literal.Of(Instant(subject)),
        { Name: "LocalDate" } => Literal.Of(Known(subject) ?? "2026-03-20"),
        { Name: "LocalTime" } => Literal.Of(Known(subject) ?? "12:00:00"),
        _ => Literal.Of(Text(subject)),
    };

    private long Near(Subject? subject) => long.Parse(random.One(Or(subject, "3")), CultureInfo.InvariantCulture) + random.Next(-1, 2);

    private IReadOnlyList<string> Or(Subject? subject, string other) => subject is not null && harvest.Values(subject) is { Count: > 0 } values ? values : [other];

    private string? Known(Subject? subject) => subject is not null && harvest.Texts(subject) is { Count: > 0 } texts ? random.One(texts) : null;

    private Literal Id(Subject? subject)
    {
        var right = subject is not null && harvest.NodeTypes.Contains(subject.Type) ? subject.Type : null;
        return random.Next(1000) switch
        {
            < 3 => Literal.Of(random.One(Hostile)),
            < 5 => Literal.Of(random.Next()),
            < 8 => Literal.Of(random.One(harvest.Texts(new Subject(random.One(harvest.NodeTypes), "id")))),
            < 70 when right is not null => Literal.Of(Ids.Of(right, random.One<long>([0, 100_000, long.MaxValue]))),
            _ => Literal.Of(random.One(harvest.Texts(new Subject(right ?? random.One(harvest.NodeTypes), "id")))),
        };
    }

    private string Instant(Subject? subject)
    {
        var instant = DateTimeOffset.Parse(Known(subject) ?? "2026-03-14T23:00:00.000Z", CultureInfo.InvariantCulture);
        return random.Next(5) switch
        {
            0 => instant.AddMilliseconds(random.Next(-1, 2)).ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture),
            1 => instant.ToOffset(TimeSpan.FromMinutes(345)).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture),
            2 => instant.ToString("yyyy-MM-dd't'HH:mm:ss'z'", CultureInfo.InvariantCulture),
            _ => instant.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        };
    }

    private string Text(Subject? subject)
    {
        if (Known(subject) is not { Length: > 0 } text || random.Happens(25))
        {
            return random.One(Hostile);
        }

        Rune[] runes = [.. text.EnumerateRunes()];
        var start = random.Next(runes.Length);
        var length = random.Next(1, Math.Min(4, runes.Length - start) + 1);
        return random.Next(6) switch
        {
            < 2 => text,
            2 => text.ToUpperInvariant(),
            3 => string.Concat(runes.Take(length)),
            4 => string.Concat(runes.TakeLast(length)),
            _ => string.Concat(runes.Skip(start).Take(length)),
        };
    }
}
