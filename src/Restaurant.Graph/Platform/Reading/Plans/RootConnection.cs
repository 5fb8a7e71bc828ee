using System.Linq.Expressions;
using System.Reflection;
using Restaurant.Graph.Platform.Filtering;
using Restaurant.Graph.Platform.Paging;
using Restaurant.Graph.Platform.Reading.Sql;
using Restaurant.Graph.Platform.Sorting;

namespace Restaurant.Graph.Platform.Reading.Plans;

/// <summary>A field that is a connection.</summary>
internal sealed class RootConnection(ConnectionPlan plan) : RootField
{
    private static readonly MethodInfo TypedCompile = typeof(RootConnection).GetMethod(nameof(CompileTyped), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Makes it; its statements are compiled when it is first read.</summary>
    public static RootConnection Of(PlanScope scope, RootRead read, SelectedField selected)
    {
        var query = new RootQuery(read, selected.Field);
        if (!query.IsCompiled)
        {
            throw new NotPlannedException($"{selected.Field.Name} makes a query of more than its arguments.");
        }

        var compile = TypedCompile.MakeGenericMethod(read.Row, Ranked.RowOf(read.Row));
        var services = scope.Services.GetRequiredService<ConnectionServices>();
        return new RootConnection(new ConnectionPlan(selected, read.Row, services, query, (at, order, page, bindings) =>
            (ConnectionStatements)compile.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [at, query, selected, order, page, bindings], null)!));
    }

    /// <inheritdoc />
    public override ValueTask<Fetched> FetchAsync(PlanRun run) => plan.FetchAsync(run, keys: []);

    private static ConnectionStatements CompileTyped<TItem, T>(
        PlanScope scope, RootQuery query, SelectedField selected, IReadOnlyList<SortKey> order, PageShape page, Bindings bindings)
        where TItem : class, IRow
        where T : class, IRow
    {
        var item = Expression.Parameter(typeof(TItem), "item");
        Expression row = typeof(TItem) == typeof(T) ? item : Expression.Property(item, nameof(Ranked<>.Row));
        var rowOf = Expression.Lambda<Func<TItem, T>>(row, item);
        var compiler = new RowCompiler(scope, item);
        var writer = new PageWriter(selected, compiler, order, item, row);
        var plan = compiler.Plan(key: null, row);
        var slots = Slots.Open();
        return new ConnectionStatements(
            plan,
            plan.StatementOf(scope.Db, Rows(scope, query, bindings, slots, rowOf).Page(order, page, slots), slots),
            writer.CountsTotal ? Count(scope, query, bindings, rowOf) : null,
            writer);
    }

    // A query of one row that holds the count, since EF Core makes commands of queries only. Where there is no row at all, there is no count.
    private static Statement Count<TItem, T>(PlanScope scope, RootQuery query, Bindings bindings, Expression<Func<TItem, T>> rowOf)
        where T : class, IRow
    {
        var slots = Slots.Open();
        var rows = Rows(scope, query, bindings, slots, rowOf);
        return Statement.Of(scope.Db.Set<T>().OrderBy(static row => row.Id).Take(1).Select(_ => new object?[] { 0L, rows.Count() }), slots, columns: 2);
    }

    private static IQueryable<TItem> Rows<TItem, T>(
        PlanScope scope, RootQuery query, Bindings bindings, Slots slots, Expression<Func<TItem, T>> rowOf) => FilterArgument.Apply(
        scope.Visibility.Of(query.Compiled<TItem>(scope, bindings, slots), rowOf), bindings.Argument(FilterArgument.Name), slots, scope.Visibility, scope.Currency);
}
