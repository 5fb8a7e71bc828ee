using System.Linq.Expressions;
using System.Reflection;
using Restaurant.Graph.Platform.Paging;
using Restaurant.Graph.Platform.Reading.Sql;
using Restaurant.Graph.Platform.Sorting;

namespace Restaurant.Graph.Platform.Reading.Plans;

/// <summary>A connection that rows have: one statement cuts the lists of all of them into pages.</summary>
internal sealed class NestedConnection(ConnectionPlan plan) : Branch
{
    private static readonly MethodInfo TypedCompile =
        typeof(NestedConnection).GetMethod(nameof(CompileTyped), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Makes it; its statements are compiled when it is first read.</summary>
    public static NestedConnection Of(PropertyInfo list, SelectedField selected, ConnectionServices services)
    {
        var row = Members.ElementOf(list)!;
        var compile = TypedCompile.MakeGenericMethod(list.DeclaringType!, row);
        return new NestedConnection(new ConnectionPlan(selected, row, services, query: null, (scope, order, page, _) =>
            (ConnectionStatements)compile.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [scope, list, selected, order, page], null)!));
    }

    /// <inheritdoc />
    public override ValueTask<Fetched> FetchAsync(PlanRun run, IReadOnlyList<long> keys) => plan.FetchAsync(run, keys);

    private static ConnectionStatements CompileTyped<TParent, T>(
        PlanScope scope, PropertyInfo list, SelectedField selected, IReadOnlyList<SortKey> order, PageShape page)
        where TParent : class, IRow
        where T : class, IRow
    {
        var slots = Slots.Open();
        var source = Expression.Parameter(typeof(Child<T>), "child");
        var row = Expression.Property(source, nameof(Child<>.Row));
        var compiler = new RowCompiler(scope, source);
        var key = compiler.Column(Expression.Property(source, nameof(Child<>.ParentKey)));
        var writer = new PageWriter(selected, compiler, order, row, row);
        var plan = compiler.Plan(key, row);
        var pages = Children.Of<TParent, T>(scope, Members.GetterOf(list), slots, rows => rows.Page(order, page, slots))
            .OrderBy(static child => child.ParentKey)
            .ThenBy(order, source, row, page.FromEnd);
        return new ConnectionStatements(plan, plan.StatementOf(scope.Db, pages, slots), writer.CountsTotal ? Count<TParent, T>(scope, list) : null, writer);
    }

    private static Statement Count<TParent, T>(PlanScope scope, PropertyInfo list)
        where TParent : class, IRow
        where T : class, IRow
    {
        var slots = Slots.Open();
        var counts = Children.Of<TParent, T>(scope, Members.GetterOf(list), slots)
            .GroupBy(static child => child.ParentKey)
            .Select(static group => new object?[] { group.Key, group.Count() });
        return Statement.Of(counts, slots, columns: 2);
    }
}
