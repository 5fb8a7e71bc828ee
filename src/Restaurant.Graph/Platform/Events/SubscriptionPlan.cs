using GraphQL.Types;
using GraphQLParser.AST;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Reading.Json;
using Restaurant.Graph.Platform.Reading.Plans;

namespace Restaurant.Graph.Platform.Events;

/// <summary>What is followed, and what is read of each event.</summary>
internal sealed class SubscriptionPlan : OperationPlan
{
    private const int DefinitionAndUse = 2;

    private readonly byte[] _name;
    private readonly KeyedRows _events;
    private bool? _isCursorAlone;

    private SubscriptionPlan(SelectedField selected, KeyedRows events) =>
        (Selected, _name, _events) = (selected, JsonNames.Of(selected.Key, isFirst: true), events);

    /// <summary>The field.</summary>
    public SelectedField Selected { get; }

    /// <summary>Whether one statement reads an event, so that it needs no snapshot around it.</summary>
    public bool IsOneStatement => _events.IsOneStatement;

    /// <summary>What finds the events.</summary>
    public EventQuery Query => (EventQuery)Selected.Field.StreamResolver!;

    /// <summary>The variable that says where to go on and nothing else; null if there is none.</summary>
    public string? CursorVariable(GraphQLDocument document)
    {
        var after = Selected.Ast.Arguments?.Items.Find(static argument => argument.Name.Value == EventQuery.After)?.Value as GraphQLVariable;
        return after is not null && (_isCursorAlone ??= VariableUses.Of(document, after.Name.StringValue) == DefinitionAndUse) ? after.Name.StringValue : null;
    }

    /// <summary>Compiles it.</summary>
    public static SubscriptionPlan Of(PlanScope scope, IObjectGraphType root, Selection selection)
    {
        var selected = selection.On(root).First();
        return selected.Field.Read() is { } read
            ? new SubscriptionPlan(selected, KeyedRows.Of(scope, read.Row, selected.ObjectType, selected.Below))
            : throw new NotPlannedException($"{selected.Field.Name} follows nothing.");
    }

    /// <summary>Reads an event and writes it; false if it may not be seen.</summary>
    public async ValueTask<bool> WriteAsync(PlanRun run, long number, Utf8Buffer json)
    {
        using var rows = await _events.FetchAsync(run, [number]);
        if (!rows.Has(number))
        {
            return false;
        }

        json.Write("{\"data\":"u8);
        json.Write(_name);
        rows.Write(json, number);
        json.Write("}}"u8);
        return true;
    }
}
