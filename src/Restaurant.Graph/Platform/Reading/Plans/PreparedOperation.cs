using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Platform.Reading.Plans;

/// <summary>An operation of a document that was found valid, with its plans.</summary>
/// <param name="schema">The schema.</param>
/// <param name="document">The document.</param>
/// <param name="operation">The operation.</param>
/// <param name="compiler">The services that compile plans.</param>
internal sealed class PreparedOperation(
    ISchema schema, GraphQLDocument document, GraphQLOperationDefinition operation, OperationCompiler compiler)
{
    private readonly string[] _conditions = [.. Conditions.In(document)];
    private readonly Coercion _coercion = new(schema, document, operation);

    /// <summary>The document.</summary>
    public GraphQLDocument Document => document;

    /// <summary>What kind of operation it is.</summary>
    public OperationType Kind => operation.Operation;

    /// <summary>Coerces variables; null if one has a value that it cannot have.</summary>
    public ValueTask<Variables?> CoerceAsync(Inputs? inputs) => _coercion.CoerceAsync(inputs);

    /// <summary>
    /// Returns the plan for a viewer's role and language, under the conditions that variables make; null if plans do not express the operation, or
    /// the role may not ask for it.
    /// </summary>
    /// <exception cref="LimitError">More is selected than may be.</exception>
    /// <exception cref="CostError">It is not compiled yet, and the budget of the viewer is spent.</exception>
    public async ValueTask<PlannedOperation?> PlanForAsync(Viewer viewer, Variables variables, CancellationToken cancellationToken)
    {
        var key = new PlanKey(this, ConditionsOf(viewer, variables), Language: null);
        var compiled = await compiler.CompileAsync(key, SelectionFor(variables), viewer, cancellationToken);
        if (compiled.Planned is not { Language: { } own } planned)
        {
            return compiled.Planned;
        }

        // Most operations show no text that is translated, and most readers read the language that texts are stored in: they never come here.
        var language = await compiler.LanguageOfAsync(viewer);
        if (string.Equals(language, own, StringComparison.Ordinal))
        {
            return planned;
        }

        return (await compiler.CompileAsync(key with { Language = language }, SelectionFor(variables), viewer, cancellationToken)).Planned;
    }

    private Func<Selection> SelectionFor(Variables variables) =>
        () => new Selection(new SelectionScope(schema, document, variables), [operation.SelectionSet]);

    private string ConditionsOf(Viewer viewer, Variables variables)
    {
        if (_conditions.Length == 0)
        {
            return viewer.Role;
        }

        return string.Create(_conditions.Length + viewer.Role.Length, (_conditions, variables, viewer.Role), static (key, state) =>
        {
            for (var index = 0; index < state._conditions.Length; index++)
            {
                var isTrue = state.variables.ValueFor(state._conditions[index], out var value) && value.Value is true;
                key[index] = isTrue ? '1' : '0';
            }

            state.Role.CopyTo(key[state._conditions.Length..]);
        });
    }
}

/// <summary>How an operation is answered, and what that costs.</summary>
/// <param name="Plan">How it is answered.</param>
/// <param name="Cost">What that costs.</param>
/// <param name="Language">The language of its texts; null if there are none that are translated.</param>
internal sealed record PlannedOperation(OperationPlan Plan, CostPlan Cost, string? Language);
