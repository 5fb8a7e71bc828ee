using GraphQL.Types;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Localization;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Platform.Reading.Plans;

/// <summary>Compiles operations to plans, once for each role, language and choice of conditions, and charges for it.</summary>
internal sealed class OperationCompiler(
    ISchema schema,
    PlanCache cache,
    Languages languages,
    CostGate costs,
    HeavyLane lane,
    IServiceScopeFactory scopes,
    ILogger<OperationCompiler> logger)
{
    /// <summary>Returns the language in which a viewer reads translated texts.</summary>
    public ValueTask<string> LanguageOfAsync(Viewer viewer) => languages.ForAsync(viewer.AcceptLanguage);

    /// <summary>Returns a compiled operation, from the cache where it is there.</summary>
    /// <param name="key">What it is compiled for.</param>
    /// <param name="select">Makes the selection of the operation's root type.</param>
    /// <param name="viewer">The caller, who is charged.</param>
    /// <param name="cancellationToken">Cancels the wait for other compilations.</param>
    /// <exception cref="LimitError">More is selected than may be.</exception>
    /// <exception cref="CostError">The budget of the viewer is spent.</exception>
    public ValueTask<CompiledOperation> CompileAsync(PlanKey key, Func<Selection> select, Viewer viewer, CancellationToken cancellationToken) =>
        cache.Find(key) is { } compiled ? ValueTask.FromResult(compiled) : CompileNewAsync(key, select(), viewer, cancellationToken);

    private async ValueTask<CompiledOperation> CompileNewAsync(
        PlanKey key, Selection selection, Viewer viewer, CancellationToken cancellationToken)
    {
        var root = schema.RootOf(key.Operation.Kind);
        if (FieldAccess.FindDenied(selection.On(root), viewer.Role) is not null)
        {
            return new CompiledOperation(null, Lists: 0);
        }

        var cost = costs.PlanOf(schema, root, selection);
        costs.AdmitCompilation(cost.Lists, shape: 0, viewer);
        var compiled = await lane.RunAsync(
            cost.Lists * CostModel.Statement,
            () => ValueTask.FromResult(CompilationThread.Run(() => Compile(key, selection, cost, viewer))),
            cancellationToken);
        cache.Keep(key, compiled);
        return compiled;
    }

    private CompiledOperation Compile(PlanKey key, Selection selection, CostPlan cost, Viewer viewer)
    {
        using var scope = scopes.CreateScope();
        var language = key.Language ?? languages.Own;
        try
        {
            var plan = OperationPlan.Of(PlanScope.Of(scope.ServiceProvider, viewer, language), schema, key.Operation.Kind, selection);
            var isTranslated = Translations.AreIn(selection, schema.RootOf(key.Operation.Kind));
            return new CompiledOperation(new PlannedOperation(plan, cost, isTranslated ? language : null), cost.Lists);
        }
        catch (NotPlannedException reason)
        {
            logger.LogDebug("An operation is left to the executor: {Reason}", reason.Message);
            return new CompiledOperation(null, cost.Lists);
        }
    }
}
