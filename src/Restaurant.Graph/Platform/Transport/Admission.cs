using GraphQL.Execution;
using GraphQL.Validation;
using GraphQLParser.AST;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Localization;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Security;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>Stands between validation and execution where the engine executes: what plans are asked beforehand is asked here.</summary>
internal sealed class Admission(
    Viewer viewer, Func<OperationType, bool> isCarried, FieldFaults faults, CostGate costs, LimitOptions limits, DbContext db) : DocumentExecutionListenerBase
{
    /// <summary>Whether all that is asked for is public.</summary>
    public bool IsPublic { get; private set; }

    /// <summary>Whether texts are asked for that are read in the reader's language.</summary>
    public bool IsTranslated { get; private set; }

    /// <summary>What the operation costs; null if it was not let in.</summary>
    public double? Cost { get; private set; }

    /// <inheritdoc />
    public override Task AfterValidationAsync(IExecutionContext context, IValidationResult validationResult)
    {
        if (validationResult.IsValid && FaultOf(context) is { } fault)
        {
            context.Errors.Add(fault);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override async Task BeforeExecutionAsync(IExecutionContext context)
    {
        var selection = SelectionOf(context);
        IsTranslated = Translations.AreIn(selection, context.Schema.RootOf(context.Operation.Operation));
        if (context.Operation.Operation != OperationType.Query)
        {
            return;
        }

        IsPublic = PublicAttribute.AreAll(selection.On(context.Schema.Query));

        // A query reads one snapshot, however many statements it takes.
        await db.Database.BeginSnapshotAsync(context.CancellationToken);
    }

    private GraphQL.ExecutionError? FaultOf(IExecutionContext context)
    {
        var kind = context.Operation.Operation;
        if (!isCarried(kind))
        {
            return new OperationNotAllowedError(kind);
        }

        var (root, selection) = (context.Schema.RootOf(kind), SelectionOf(context));
        foreach (var selected in selection.On(root))
        {
            if (!FieldAccess.Allows(selected.Field, viewer.Role))
            {
                return faults.ErrorOf(AccessError.Of(selected.Field.Name, viewer), context.Document, selected);
            }

            if (limits.Introspection is false && selected.Field.Name is "__schema" or "__type")
            {
                return faults.ErrorOf(AccessError.OfSchema(), context.Document, selected);
            }
        }

        try
        {
            Cost = costs.Admit(costs.PlanOf(context.Schema, root, selection), context.Variables, context.ExecutionOptions.Variables, viewer);
            return null;
        }
        catch (GraphQL.ExecutionError error) when (error is CostError or LimitError)
        {
            return error;
        }
    }

    private static Selection SelectionOf(IExecutionContext context) =>
        new(new SelectionScope(context.Schema, context.Document, context.Variables), [context.Operation.SelectionSet]);
}
