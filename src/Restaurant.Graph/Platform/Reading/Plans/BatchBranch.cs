using Restaurant.Graph.Platform.Reading.Json;

namespace Restaurant.Graph.Platform.Reading.Plans;

/// <summary>A field that a method of another feature computes, called once for all rows of a list.</summary>
internal sealed class BatchBranch(FieldExtension extension, SelectedField selected) : Branch
{
    private readonly ValueWriter _writer = ValueWriter.Of(selected.Field.ResolvedType!, selected.Below);

    /// <inheritdoc />
    public override async ValueTask<Fetched> FetchAsync(PlanRun run, IReadOnlyList<long> keys)
    {
        await using var scope = run.Scopes.CreateAsyncScope();
        var context = run.Request.ContextOf(selected, scope.ServiceProvider);
        return new FetchedValues(await extension.BatchAsync(context, [.. keys.Distinct()]), _writer);
    }

    private sealed class FetchedValues(IReadOnlyDictionary<long, object> values, ValueWriter writer) : Fetched
    {
        /// <inheritdoc />
        public override void Write(Utf8Buffer json, long key) => writer.Write(json, values.GetValueOrDefault(key));
    }
}
