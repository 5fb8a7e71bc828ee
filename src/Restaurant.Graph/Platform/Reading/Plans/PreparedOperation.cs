using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace Restaurant.Graph.Platform.Reading.Plans;

/// <summary>An operation of a document that was found valid, with its plans.</summary>
/// <param name="schema">The schema.</param>
/// <param name="document">The document.</param>
/// <param name="operation">The operation.</param>
/// <param name="scopes">Makes what compiling takes.</param>
/// <param name="logger">Is told what plans do not express.</param>
internal sealed class PreparedOperation(
    ISchema schema, GraphQLDocument document, GraphQLOperationDefinition operation, IServiceScopeFactory scopes, ILogger logger)
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

    /// <summary>The plan under the conditions that variables make; null if plans do not express the operation.</summary>
    public OperationPlan? PlanFor(Variables variables)
    {
        var key = _conditions.Length == 0 ? "" : string.Create(_conditions.Length, (_conditions, variables), static (key, state) =>
        {
            for (var index = 0; index < key.Length; index++)
            {
                key[index] = state.variables.ValueFor(state._conditions[index], out var value) && value.Value is true ? '1' : '0';
            }
        });
        if (_plans.Find(key) is not { } compiled)
        {
            compiled = Compile(variables);
            _plans.Keep(key, compiled);
        }

        return compiled.Plan;
    }

    private Compiled Compile(Variables variables)
    {
        using var scope = scopes.CreateScope();
        try
        {
            var selection = new Selection(new SelectionScope(schema, document, variables), [operation.SelectionSet]);
            return new Compiled(OperationPlan.Of(PlanScope.Of(scope.ServiceProvider), schema, operation.Operation, selection));
        }
        catch (NotPlannedException reason)
        {
            logger.LogDebug("An operation is left to the executor: {Reason}", reason.Message);
            return new Compiled(null);
        }
    }

    private sealed record Compiled(OperationPlan? Plan);
}
