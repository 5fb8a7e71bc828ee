using System.Linq.Expressions;
using System.Reflection;
using GraphQL.Types;
using Restaurant.Graph.Platform.Paging;
using Restaurant.Graph.Platform.Reading.Json;
using Restaurant.Graph.Platform.Reading.Sql;
using Restaurant.Graph.Platform.Sorting;

namespace Restaurant.Graph.Platform.Reading.Plans;

/// <summary>A list of rows that rows have.</summary>
internal sealed class ListBranch : Branch
{
    private static readonly MethodInfo TypedOf = typeof(ListBranch).GetMethod(nameof(OfTyped), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly RowsPlan _plan;
    private readonly Statement _statement;

    private ListBranch(RowsPlan plan, Statement statement) => (_plan, _statement) = (plan, statement);

    /// <summary>Compiles it.</summary>
    public static ListBranch Of(PlanScope scope, LambdaExpression list, SelectedField selected) => (ListBranch)TypedOf
        .MakeGenericMethod(list.Parameters[0].Type, Members.ElementOf(list.ReturnType)!)
        .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [scope, list, selected], null)!;

    /// <inheritdoc />
    public override async ValueTask<Fetched> FetchAsync(PlanRun run, IReadOnlyList<long> keys) =>
        new FetchedList(await _plan.ReadAsync(run, _statement, new Bindings { ViewerKey = run.Request.Viewer.Key, Keys = keys }));

    private static ListBranch OfTyped<TParent, T>(PlanScope scope, LambdaExpression list, SelectedField selected)
        where TParent : class, IRow
        where T : class, IRow
    {
        var slots = Slots.Open();
        var source = Expression.Parameter(typeof(Child<T>), "child");
        var row = Expression.Property(source, nameof(Child<>.Row));
        var compiler = new RowCompiler(scope, source);
        var key = compiler.Column(Expression.Property(source, nameof(Child<>.ParentKey)));
        compiler.Render(compiler.Object(selected.ObjectType, selected.Below, row));
        var plan = compiler.Plan(key, row);
        var order = RowOrder.Of(typeof(T)).Select(static property => new SortKey([property], Descending: false)).ToList();
        var children = Children.Of<TParent, T>(scope, list, slots).OrderBy(static child => child.ParentKey).ThenBy(order, source, row);
        return new ListBranch(plan, plan.StatementOf(scope.Db, children, slots));
    }
}

/// <summary>Lists as read.</summary>
internal sealed class FetchedList(Rows rows) : Fetched
{
    /// <inheritdoc />
    public override void Write(Utf8Buffer json, long key)
    {
        json.Write((byte)'[');
        if (rows.Of(key) is { Count: > 0 } group)
        {
            rows.CopyTo(json, rendering: 0, group.First, group.Count);
        }

        json.Write((byte)']');
    }

    /// <inheritdoc />
    public override void Dispose() => rows.Dispose();
}

/// <summary>Single rows as read, each under its key.</summary>
internal sealed class FetchedRows(Rows rows) : Fetched
{
    /// <inheritdoc />
    public override bool Has(long key) => rows.Of(key).Count > 0;

    /// <inheritdoc />
    public override void Write(Utf8Buffer json, long key)
    {
        if (rows.Of(key) is { Count: > 0 } group)
        {
            rows.CopyTo(json, rendering: 0, group.First, count: 1);
        }
        else
        {
            json.Write("null"u8);
        }
    }

    /// <inheritdoc />
    public override void Dispose() => rows.Dispose();
}
