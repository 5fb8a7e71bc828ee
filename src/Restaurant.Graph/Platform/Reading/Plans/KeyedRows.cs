using System.Linq.Expressions;
using System.Reflection;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Platform.Reading.Sql;

namespace Restaurant.Graph.Platform.Reading.Plans;

/// <summary>Rows of one type, each found by its own key.</summary>
internal sealed class KeyedRows : Branch
{
    private static readonly MethodInfo TypedOf = typeof(KeyedRows).GetMethod(nameof(OfTyped), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly RowsPlan _plan;
    private readonly Statement _statement;

    private KeyedRows(RowsPlan plan, Statement statement) => (_plan, _statement) = (plan, statement);

    /// <summary>Whether one statement reads it all, so that it needs no snapshot around it.</summary>
    public bool IsOneStatement => _plan.Branches.Count == 0;

    /// <summary>Compiles it.</summary>
    public static KeyedRows Of(PlanScope scope, Type row, IObjectGraphType type, Selection selection) => (KeyedRows)TypedOf
        .MakeGenericMethod(row)
        .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [scope, type, selection], null)!;

    /// <inheritdoc />
    public override async ValueTask<Fetched> FetchAsync(PlanRun run, IReadOnlyList<long> keys) =>
        new FetchedRows(await _plan.ReadAsync(run, _statement, new Bindings { ViewerKey = run.Request.Viewer.Key, Keys = keys }));

    private static KeyedRows OfTyped<T>(PlanScope scope, IObjectGraphType type, Selection selection)
        where T : class, IRow
    {
        var slots = Slots.Open();
        var keys = slots.Add<long[]>(static bindings => bindings.Keys.ToArray());
        var row = Expression.Parameter(typeof(T), "row");
        var compiler = new RowCompiler(scope, row);
        var key = compiler.Column(Expression.Property(row, nameof(IRow.Id)));
        compiler.Render(compiler.Object(type, selection, row));
        var plan = compiler.Plan(key, row);
        return new KeyedRows(plan, plan.StatementOf(scope.Db, scope.Rows<T>().Where(item => EF.Parameter(keys).Contains(item.Id)), slots));
    }
}
