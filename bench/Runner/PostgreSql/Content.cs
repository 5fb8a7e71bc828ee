using System.Globalization;
using System.Text.Json.Nodes;

namespace Restaurant.Bench.Runner.PostgreSql;

/// <summary>What an answer says, whatever schema it is of: keys for ids, minor units for money, times without their form, and of a cursor only that there is one.</summary>
internal static class Content
{
    private const int UnitsOfOne = 100;

    /// <summary>Throws if one of the answers does not say what the right one says.</summary>
    public static Likeness Compare(string contender, Workload workload, IReadOnlyList<byte[]> answers, IReadOnlyList<byte[]> right)
    {
        for (var i = 0; i < answers.Count; i++)
        {
            var (said, expected) = (Of(answers[i]), Of(right[i]));
            if (!JsonNode.DeepEquals(said, expected))
            {
                throw new InvalidDataException($"{contender} answers request {i} of {workload.Name} differently.\nright: {Start(expected)}\n{contender}: {Start(said)}");
            }
        }

        return Likeness.SameContent;
    }

    /// <summary>The key in a global id, which is the only number in it.</summary>
    public static string KeyOf(string id) => string.Concat(System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(id)).Where(char.IsAsciiDigit));

    private static JsonNode? Of(byte[] answer) => Plain("", JsonNode.Parse(answer));

    private static JsonNode? Plain(string name, JsonNode? value) => (name, value) switch
    {
        (_, null) => null,
        ("id", _) => KeyOf(value.GetValue<string>()),
        ("endCursor", _) => true,
        ("price" or "total", _) => MinorUnits(value),
        ("opens" or "closes", _) => TimeOnly.Parse(value.GetValue<string>(), CultureInfo.InvariantCulture).Ticks,
        (_, JsonObject fields) => new JsonObject(fields
            .Where(static field => field is not { Key: "errors", Value: null })
            .Select(static field => KeyValuePair.Create(field.Key, Plain(field.Key, field.Value)))),
        (_, JsonArray items) => new JsonArray([.. items.Select(static item => Plain("", item))]),
        _ => value.DeepClone(),
    };

    private static long MinorUnits(JsonNode value) => value switch
    {
        JsonObject money when money["minorUnits"] is { } units => units.GetValue<long>(),
        JsonObject money => (long)(money["amount"]!.GetValue<decimal>() * UnitsOfOne),
        _ => long.Parse(value.ToString(), CultureInfo.InvariantCulture),
    };

    private static string Start(JsonNode? content)
    {
        const int Length = 600;
        var text = content?.ToJsonString() ?? "null";
        return text[..Math.Min(Length, text.Length)];
    }
}
