using GraphQL;
using GraphQL.Types;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Reading.Json;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Platform.Reading.Plans;

/// <summary>A field of a root type, with all that is selected below it.</summary>
internal abstract class RootField
{
    /// <summary>Whether it depends on nothing but the store and the arguments.</summary>
    public virtual bool IsPure => true;

    /// <summary>Whether one statement reads it all, so that it needs no snapshot around it.</summary>
    public virtual bool IsOneStatement => false;

    /// <summary>Reads it.</summary>
    public abstract ValueTask<Fetched> FetchAsync(PlanRun run);

    /// <summary>Compiles one; throws <see cref="NotPlannedException"/> for what plans do not express.</summary>
    public static RootField Of(PlanScope scope, IObjectGraphType root, SelectedField selected)
    {
        if (JsonNames.IsTypeName(selected.Field))
        {
            return new RootLiteral(JsonNames.TypeName(root));
        }

        return selected.Field.Read() switch
        {
            null when selected.Field.Resolver is not null && root.GetField(selected.Field.Name) is not null => new RootValue(selected),
            null => throw new NotPlannedException($"{selected.Field.Name} has a resolver of the engine."),
            { Form: ReadForm.Node or ReadForm.Nodes } read => new RootNodes(selected, read, scope.Services.GetRequiredService<NodeTypes>()),
            { Form: ReadForm.Page } read => RootConnection.Of(scope, read, selected),
            { Form: ReadForm.Subject } => throw new NotPlannedException($"{selected.Field.Name} is no query."),
            var read => RootRows.Of(scope, read, selected),
        };
    }
}

/// <summary>A field that always is the same: <c>__typename</c>.</summary>
internal sealed class RootLiteral(byte[] json) : RootField
{
    /// <inheritdoc />
    public override ValueTask<Fetched> FetchAsync(PlanRun run) => ValueTask.FromResult<Fetched>(new FetchedJson(json));
}

/// <summary>A field with a method that returns no query but a value.</summary>
internal sealed class RootValue(SelectedField selected) : RootField
{
    private readonly ValueWriter _writer = ValueWriter.Of(selected.Field.ResolvedType!, selected.Below);

    /// <inheritdoc />
    public override bool IsPure => false;

    /// <inheritdoc />
    public override async ValueTask<Fetched> FetchAsync(PlanRun run)
    {
        await using var scope = run.Scopes.CreateAsyncScope();
        var value = await selected.Field.Resolver!.ResolveAsync(run.Request.ContextOf(selected, scope.ServiceProvider));
        var json = new Utf8Buffer();
        _writer.Write(json, value);
        return new FetchedJson(json);
    }
}

/// <summary>JSON that is there already.</summary>
internal sealed class FetchedJson : Fetched
{
    private readonly ReadOnlyMemory<byte> _json;
    private readonly Utf8Buffer? _buffer;

    /// <summary>JSON that stays.</summary>
    public FetchedJson(byte[] json) => _json = json;

    /// <summary>JSON that is given back.</summary>
    public FetchedJson(Utf8Buffer json) => (_json, _buffer) = (json.Memory, json);

    /// <inheritdoc />
    public override void Write(Utf8Buffer json, long key) => json.Write(_json.Span);

    /// <inheritdoc />
    public override void Dispose() => _buffer?.Dispose();
}
