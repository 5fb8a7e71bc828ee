using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Localization;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Platform.Reading.Plans;

/// <summary>An operation of a document that was found valid, with its plans.</summary>
/// <param name="schema">The schema.</param>
/// <param name="document">The document.</param>
/// <param name="operation">The operation.</param>
/// <param name="languages">The languages of texts.</param>
/// <param name="costs">Reckons what it costs.</param>
/// <param name="scopes">Makes what compiling takes.</param>
/// <param name="logger">Is told what plans do not express.</param>
internal sealed class PreparedOperation(
    ISchema schema, GraphQLDocument document, GraphQLOperationDefinition operation, Languages languages, CostGate costs, IServiceScopeFactory scopes, ILogger logger)
{
    private const int MaxPlans = 32;

    private readonly string[] _conditions = [.. Conditions.In(document)];
    private readonly BoundedCache<string, Compiled> _plans = new(MaxPlans, StringComparer.Ordinal);
    private readonly BoundedCache<(string Key, string Language), Compiled> _translated = new(MaxPlans);

    private readonly Coercion _coercion = new(schema, document, operation);

    /// <summary>The document.</summary>
    public GraphQLDocument Document => document;

    /// <summary>What kind of operation it is.</summary>
    public OperationType Kind => operation.Operation;

    /// <summary>Coerces variables; null if one has a value that it cannot have.</summary>
    public ValueTask<Variables?> CoerceAsync(Inputs? inputs) => _coercion.CoerceAsync(inputs);

    /// <summary>
    /// The plan for those of a viewer's role and language, under the conditions that variables make; null if plans do not express the operation,
    /// or it is not for them.
    /// </summary>
    public async ValueTask<PlannedOperation?> PlanForAsync(Viewer viewer, Variables variables)
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
            compiled = Compile(viewer, variables, languages.Own);
            _plans.Keep(key, compiled);
        }

        return compiled.Planned is { Language: not null } planned ? await InLanguageOfAsync(viewer, variables, key, planned) : compiled.Planned;
    }

    // Most operations show no text that is translated, and most readers read the language that texts are stored in: they never come here.
    private async ValueTask<PlannedOperation?> InLanguageOfAsync(Viewer viewer, Variables variables, string key, PlannedOperation own)
    {
        var language = await languages.ForAsync(viewer.AcceptLanguage);
        if (string.Equals(language, own.Language, StringComparison.Ordinal))
        {
            return own;
        }

        if (_translated.Find((key, language)) is not { } compiled)
        {
            compiled = Compile(viewer, variables, language);
            _translated.Keep((key, language), compiled);
        }

        return compiled.Planned;
    }

    private Compiled Compile(Viewer viewer, Variables variables, string language)
    {
        using var scope = scopes.CreateScope();
        try
        {
            var selection = new Selection(new SelectionScope(schema, document, variables), [operation.SelectionSet]);
            var root = schema.RootOf(operation.Operation);
            return new Compiled(new PlannedOperation(
                OperationPlan.Of(PlanScope.Of(scope.ServiceProvider, viewer, language), schema, operation.Operation, selection),
                costs.PlanOf(schema, root, selection),
                Translations.AreIn(selection, root) ? language : null));
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
/// <param name="Plan">How it is answered.</param>
/// <param name="Cost">What that costs.</param>
/// <param name="Language">The language of its texts; null if there are none that are translated.</param>
internal sealed record PlannedOperation(OperationPlan Plan, CostPlan Cost, string? Language);
