using System.Globalization;
using System.Text.Json.Nodes;
using Restaurant.Bench.Runner.Setup;

namespace Restaurant.Bench.Runner.PostgreSql;

/// <summary>The requests of a workload as PostGraphile's schema takes them.</summary>
internal static class PostGraphileWorkload
{
    /// <summary>The same requests in the same order, each with the document that stands beside the contender.</summary>
    public static Workload Of(Workload workload)
    {
        var query = Resources.Text($"postgraphile.{workload.Name}.graphql");
        return workload with { Bodies = [.. workload.Bodies.Select(body => Workload.Body(workload.Operation, query, VariablesOf(body)))] };
    }

    private static JsonObject VariablesOf(byte[] body) => (JsonObject)Plain("", JsonNode.Parse(body)?["variables"] ?? new JsonObject());

    // Its ids of rows are keys, and its money is minor units, both as text, as they are bigint.
    private static JsonNode Plain(string name, JsonNode value) => (name, value) switch
    {
        ("id" or "dishId", _) => Content.KeyOf(value.GetValue<string>()),
        ("max", _) => ((long)(value.GetValue<decimal>() * 100)).ToString(CultureInfo.InvariantCulture),
        (_, JsonObject fields) => new JsonObject(fields.Select(static field => KeyValuePair.Create(field.Key, field.Value is { } given ? Plain(field.Key, given) : null))),
        (_, JsonArray items) => new JsonArray([.. items.Select(static item => item is null ? null : Plain("", item))]),
        _ => value.DeepClone(),
    };
}
