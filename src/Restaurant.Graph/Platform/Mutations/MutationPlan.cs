using GraphQL;
using GraphQL.Types;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Reading.Json;
using Restaurant.Graph.Platform.Reading.Plans;

namespace Restaurant.Graph.Platform.Mutations;

/// <summary>How the mutations of an operation are done, one after the other, and what is read of what they led to.</summary>
internal sealed class MutationPlan : OperationPlan
{
    private readonly IReadOnlyList<MutationField> _fields;

    private MutationPlan(IReadOnlyList<MutationField> fields) => _fields = fields;

    /// <summary>The mutations, in their order.</summary>
    public IReadOnlyList<MutationField> Fields => _fields;

    /// <summary>Compiles them.</summary>
    public static MutationPlan Of(PlanScope scope, IObjectGraphType root, Selection selection) =>
        new([.. selection.On(root).Select((selected, index) => new MutationField(scope, root, selected, isFirst: index == 0))]);
}

/// <summary>One mutation and what is selected of its payload.</summary>
internal sealed class MutationField
{
    private readonly byte[] _name;
    private readonly byte[]? _literal;
    private readonly (byte[] Name, byte[]? Literal, KeyedRows? Subject, ValueWriter? Value, bool IsErrors)[] _payload = [];

    /// <summary>Compiles one.</summary>
    public MutationField(PlanScope scope, IObjectGraphType root, SelectedField selected, bool isFirst)
    {
        Selected = selected;
        _name = JsonNames.Of(selected.Key, isFirst);
        if (JsonNames.IsTypeName(selected.Field))
        {
            _literal = JsonNames.TypeName(root);
            return;
        }

        var type = selected.ObjectType;
        _payload = [.. selected.Below.On(type).Select((field, index) => (
            JsonNames.Of(field.Key, isFirst: index == 0),
            JsonNames.IsTypeName(field.Field) ? JsonNames.TypeName(type) : null,
            field.Field.Read() is { } read ? KeyedRows.Of(scope, read.Row, field.ObjectType, field.Below) : null,
            JsonNames.IsTypeName(field.Field) || field.Field.Read() is not null ? null : ValueWriter.Of(field.Field.ResolvedType!, field.Below),
            string.Equals(field.Field.Name, PayloadFields.Errors, StringComparison.Ordinal)))];
    }

    /// <summary>The field.</summary>
    public SelectedField Selected { get; }

    /// <summary>Whether there is something to do, and not just a name to tell.</summary>
    public bool IsMutation => _literal is null;

    /// <summary>Whether one statement reads it all, so that it needs no snapshot around it.</summary>
    public bool IsOneStatement => _payload.Count(static part => part.Subject is not null) <= 1 && _payload.All(static part => part.Subject is not { IsOneStatement: false });

    /// <summary>Reads what the mutation led to and writes it.</summary>
    /// <returns>What kept a subject from being shown; null where nothing did.</returns>
    public async ValueTask<Exception?> WriteAsync(PlanRun run, Payload? payload, Utf8Buffer json)
    {
        Exception? missing = null;
        json.Write(_name);
        if (payload is null)
        {
            json.Write(_literal);
            return null;
        }

        foreach (var (name, literal, subject, value, isErrors) in _payload)
        {
            json.Write(name);
            json.Write(literal);
            value?.Write(json, isErrors ? payload.Errors is { Count: > 0 } found ? found : null : payload.Value);
            if (subject is not null)
            {
                missing = await WriteAsync(run, subject, payload.SubjectId, json) ?? missing;
            }
        }

        json.Write(JsonNames.End(_payload.Length == 0));
        return missing;
    }

    // What was done is done: where not all of its subject can be shown, none of it is, and the rest of the payload tells that it was.
    private static async ValueTask<Exception?> WriteAsync(PlanRun run, KeyedRows subject, long? key, Utf8Buffer json)
    {
        var length = json.Length;
        try
        {
            using var rows = await subject.FetchAsync(run, key is { } known ? [known] : []);
            rows.Write(json, key ?? 0);
            return null;
        }
        catch (Exception missing) when (missing is not OperationCanceledException)
        {
            json.Truncate(length);
            json.Write("null"u8);
            return missing;
        }
    }
}
