using System.Collections;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using GraphQL;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Platform.Reading.Sql;

namespace Restaurant.Graph.Platform.Reading.Plans;

/// <summary>
/// Answers that are the same for everybody, each served only while nothing in the store has changed since it was read. One version for the
/// whole store means that any change makes the next reader read again, which is cheap, and that no answer is ever wrong.
/// </summary>
internal sealed class AnswerCache(StoreVersion version, IOptions<ReadingOptions> options, IMeterFactory meters)
{
    private static readonly KeyValuePair<string, object?> Hit = new("graphql.cache.hit", true);
    private static readonly KeyValuePair<string, object?> Miss = new("graphql.cache.hit", false);

    private readonly Counter<long> _asked =
        meters.Create(PlanReader.MeterName).CreateCounter<long>("graphql.cache.requests", "{request}", "Requests for public answers, which may be kept.");

    private readonly BoundedCache<(QueryPlan Plan, string Variables), Entry> _answers = new(options.Value.MaxCachedBytes);

    /// <summary>The answer of a plan that is kept and still good; null if there is none.</summary>
    public async ValueTask<ReadOnlyMemory<byte>?> FindAsync(QueryPlan plan, Inputs? variables)
    {
        var kept = _answers.Find(KeyOf(plan, variables)) is { } known && known.Version == await version.NowAsync() ? known : null;
        _asked.Add(1, kept is null ? Miss : Hit);
        return kept?.Json;
    }

    /// <summary>The answer of a plan, read now, and kept.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> KeepAsync(QueryPlan plan, Inputs? variables, Func<ValueTask<ReadOnlyMemory<byte>>> read)
    {
        // Asked ahead of the reading: a change in between makes the answer newer than it is taken for, never older.
        var now = await version.NowAsync();
        var json = await read();
        _answers.Keep(KeyOf(plan, variables), new Entry(now, json), json.Length);
        return json;
    }

    private static (QueryPlan Plan, string Variables) KeyOf(QueryPlan plan, Inputs? variables) => (plan, variables is { Count: > 0 } ? KeyOf(variables) : "");

    private static string KeyOf(Inputs variables)
    {
        var key = new StringBuilder();
        Append(variables, key);
        return key.ToString();
    }

    // As JSON would be, in the order in which the client wrote it, which counts in sorting.
    private static void Append(object? value, StringBuilder key)
    {
        switch (value)
        {
            case IEnumerable<KeyValuePair<string, object?>> fields:
                key.Append('{');
                foreach (var (name, field) in fields)
                {
                    Append(name, key);
                    Append(field, key);
                }

                key.Append('}');
                break;
            case string text:
                key.Append(CultureInfo.InvariantCulture, $"\"{text.Length}:{text}");
                break;
            case IEnumerable items:
                key.Append('[');
                foreach (var item in items)
                {
                    Append(item, key);
                }

                key.Append(']');
                break;
            default:
                key.Append(CultureInfo.InvariantCulture, $"{value ?? "null"},");
                break;
        }
    }

    private sealed record Entry(long Version, ReadOnlyMemory<byte> Json);
}
