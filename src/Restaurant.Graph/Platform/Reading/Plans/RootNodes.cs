using System.Collections;
using System.Collections.Concurrent;
using Restaurant.Graph.Platform.Reading.Json;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Platform.Reading.Plans;

/// <summary>A field that is rows of any kind by their global ids; each kind is one statement.</summary>
internal sealed class RootNodes(SelectedField selected, RootRead read, NodeTypes types) : RootField
{
    private readonly ConcurrentDictionary<string, KeyedRows> _plans = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public override async ValueTask<Fetched> FetchAsync(PlanRun run)
    {
        var bindings = new Sql.Bindings { ViewerKey = run.Request.Viewer.Key, Arguments = run.Request.ArgumentsOf(selected) };
        var ids = (read.Form == ReadForm.Node ? [bindings.Argument("id")] : ((IEnumerable)bindings.Argument("ids")!).Cast<object?>())
            .Select(id => types.Parse($"{id}"))
            .ToList();
        NodeTypes.Check(ids.Count);
        var fetching = ids.GroupBy(static id => id.TypeName, StringComparer.Ordinal)
            .Select(kind => (kind.Key, Rows: PlanOf(run, kind.Key).FetchAsync(run, [.. kind.Select(static id => id.Key)])))
            .ToList();
        var fetched = new Dictionary<string, Fetched>(StringComparer.Ordinal);
        foreach (var (kind, rows) in fetching)
        {
            fetched.Add(kind, await rows);
        }

        return new FetchedNodes(read.Form, ids, fetched);
    }

    private KeyedRows PlanOf(PlanRun run, string typeName) => _plans.GetOrAdd(
        typeName, name => run.Compile(scope => KeyedRows.Of(scope, types.Row(name), types.Graph(name), selected.Below)));

    private sealed class FetchedNodes(ReadForm form, IReadOnlyList<GlobalId> ids, IReadOnlyDictionary<string, Fetched> rows) : Fetched
    {
        public override void Write(Utf8Buffer json, long key)
        {
            if (form == ReadForm.Node)
            {
                rows[ids[0].TypeName].Write(json, ids[0].Key);
                return;
            }

            json.Write((byte)'[');
            foreach (var (index, id) in ids.Index())
            {
                json.Write(index > 0 ? ","u8 : []);
                rows[id.TypeName].Write(json, id.Key);
            }

            json.Write((byte)']');
        }

        public override void Dispose()
        {
            foreach (var each in rows.Values)
            {
                each.Dispose();
            }
        }
    }
}
