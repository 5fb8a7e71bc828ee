using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Platform.Reading.Plans;

/// <summary>An operation of a document that was found valid, with its plans.</summary>
/// <param name="schema">The schema.</param>
/// <param name="document">The document.</param>
/// <param name="operation">The operation.</param>
/// <param name="costs">Reckons what it costs.</param>
/// <param name="scopes">Makes what compiling takes.</param>
/// <param name="logger">Is told what plans do not express.</param>
internal sealed class PreparedOperation(
    ISchema schema, GraphQLDocument document, GraphQLOperationDefinition operation, CostGate costs, IServiceScopeFactory scopes, ILogger logger)
{
    private const int MaxPlans = 32;

    private readonly string[] _conditions = [.. Conditions.In(document)];
    private readonly BoundedCache<string, Compiled> _plans = new(MaxPlans, StringComparer.Ordinal);

    private readonly Coercion _coercion = new(schema, document, operation);

    /// <summary>The document.</summary>
    public GraphQLDocument Document => document;

    /// <summary>What kind of operation it is.</summary>
    public OperationType Kind => operation.Operation;

    /// <summary>Coerces variables; null if one has a value that it cannot have.</summary>
    public ValueTask<Variables?> CoerceAsync(Inputs? inputs) => _coercion.CoerceAsync(inputs);

    /// <summary>
    /// The plan for those of a viewer's role, under the conditions that variables make; null if plans do not express the operation, or it is not
    /// for them.
    /// </summary>
    public PlannedOperation? PlanFor(Viewer viewer, Variables variables)
    {
        var key = _conditions.Length == 0 ? viewer.Role : string.Create(_conditions.Length + viewer.Role.Length, (_conditions, variables, viewer.Role), static (key, state) =>
        {
            for (var index = 0; index < state._conditions.Length; index++)
            {
                key[index] = state.variables.ValueFor(state._conditions[index], out var value) && value.Value is true ? '1' : '0';
            }

            state.Role.CopyTo(key[state._conditions.Length..]);
        });
        if (_plans.Find(key) is not { } compiled)
        {
            compiled = Compile(viewer, variables);
            _plans.Keep(key, compiled);
        }

        return compiled.Planned;
    }

    private Compiled Compile(Viewer viewer, Variables variables)
    {
        using var scope = scopes.CreateScope();
        try
        {
            var selection = new Selection(new SelectionScope(schema, document, variables), [operation.SelectionSet]);
            return new Compiled(new PlannedOperation(
                OperationPlan.Of(PlanScope.Of(scope.ServiceProvider, viewer), schema, operation.Operation, selection),
                costs.PlanOf(schema, schema.RootOf(operation.Operation), selection)));
        }
        catch (NotPlannedException reason)
        {
            logger.LogDebug("An operation is left to the executor: {Reason}", reason.Message);
            return new Compiled(null);
        }
    }

    private sealed record Compiled(PlannedOperation? Planned);
}

/// <summary>How an operation is answered, and what that costs.</summary>
internal sealed record PlannedOperation(OperationPlan Plan, CostPlan Cost);
