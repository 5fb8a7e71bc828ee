using System.Linq.Expressions;
using System.Reflection;
using GraphQL.Types;
using Restaurant.Graph.Platform.Paging;
using Restaurant.Graph.Platform.Reading.Sql;
using Restaurant.Graph.Platform.Sorting;

namespace Restaurant.Graph.Platform.Reading.Plans;

/// <summary>A field that is a list of rows, or the first of them.</summary>
internal sealed class RootRows : RootField
{
    private const int MaxShapes = 64;

    private static readonly MethodInfo TypedOf = typeof(RootRows).GetMethod(nameof(OfTyped), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly BoundedCache<string, Statement> _statements = new(MaxShapes, StringComparer.Ordinal);
    private readonly SelectedField _selected;
    private readonly RootRead _read;
    private readonly RootQuery _query;
    private readonly RowsPlan _plan;
    private readonly Func<PlanScope, Bindings, CancellationToken, ValueTask<Statement>> _compile;

    private RootRows(
        SelectedField selected, RootRead read, RootQuery query, RowsPlan plan, Func<PlanScope, Bindings, CancellationToken, ValueTask<Statement>> compile) =>
        (_selected, _read, _query, _plan, _compile) = (selected, read, query, plan, compile);

    /// <summary>Compiles it.</summary>
    public static RootRows Of(PlanScope scope, RootRead read, SelectedField selected) => (RootRows)TypedOf
        .MakeGenericMethod(read.Row)
        .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [scope, read, selected], null)!;

    /// <inheritdoc />
    public override bool IsOneStatement => _query.IsCompiled && _plan.Branches.Count == 0;

    /// <inheritdoc />
    public override bool IsPure => _query.IsCompiled;

    /// <inheritdoc />
    public override async ValueTask<Fetched> FetchAsync(PlanRun run)
    {
        var bindings = new Bindings { ViewerKey = run.Request.Viewer.Key, Arguments = run.Request.ArgumentsOf(_selected) };
        var rows = await _plan.ReadAsync(run, await StatementAsync(run, bindings), bindings);
        return _read.Form == ReadForm.List ? new FetchedList(rows) : new FetchedRows(rows);
    }

    private async ValueTask<Statement> StatementAsync(PlanRun run, Bindings bindings)
    {
        var key = _query.ShapeOf(bindings);
        if (_statements.Find(key) is { } known)
        {
            return known;
        }

        await using var scope = run.Scopes.CreateAsyncScope();
        var statement = await _compile(PlanScope.Of(scope.ServiceProvider, run.Request.Viewer, run.Request.Language), bindings, run.Request.CancellationToken);
        if (_query.IsCompiled)
        {
            _statements.Keep(key, statement);
        }

        return statement;
    }

    private static RootRows OfTyped<T>(PlanScope scope, RootRead read, SelectedField selected)
        where T : class, IRow
    {
        var query = new RootQuery(read, selected.Field);
        var row = Expression.Parameter(typeof(T), "row");
        var compiler = new RowCompiler(scope, row);
        compiler.Render(compiler.Object(selected.ObjectType, selected.Below, row));
        var plan = compiler.Plan(key: null, row);
        var order = RowOrder.Of(typeof(T)).Select(static property => new SortKey([property], Descending: false)).ToList();
        return new RootRows(selected, read, query, plan, async (at, bindings, cancellationToken) =>
        {
            var slots = Slots.Open();
            var rows = query.IsCompiled ? query.Compiled<T>(at, bindings, slots) : await query.AskedAsync<T>(at, bindings, cancellationToken);
            rows = at.Visibility.Of(rows);
            return plan.StatementOf(at.Db, read.Form == ReadForm.List ? rows.OrderBy(order) : rows.OrderBy(item => item.Id).Take(1), slots);
        });
    }
}
