using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Platform.Reading.Sql;

namespace Restaurant.Graph.Platform.Reading.Plans;

/// <summary>A row and the key of what it belongs to.</summary>
internal sealed class Child<T>
{
    /// <summary>The key of the row that has it in a list.</summary>
    public long ParentKey { get; init; }

    /// <summary>The row.</summary>
    public required T Row { get; init; }
}

/// <summary>Queries for what a list of many rows has in it.</summary>
internal static class Children
{
    /// <summary>The rows in a list of the rows that have the keys of the statement.</summary>
    /// <param name="scope">What is at hand.</param>
    /// <param name="list">The list.</param>
    /// <param name="slots">Where the keys come from.</param>
    /// <param name="shape">What is done with each list, such as cutting it; all that may be seen is kept if it does nothing.</param>
    public static IQueryable<Child<T>> Of<TParent, T>(
        PlanScope scope, LambdaExpression list, Slots slots, Func<IQueryable<T>, IQueryable<T>>? shape = null)
        where TParent : class, IRow
        where T : class, IRow
    {
        var keys = slots.Add<long[]>(static bindings => bindings.Keys.ToArray());

        // A stand-in for the list, on which the queries of C# can be built before it is put in its place.
        var rows = scope.Visibility.Of(scope.Db.Set<T>());
        var shaped = (shape?.Invoke(rows) ?? rows).Expression;
        var inPlace = new Replacing(scope.Db.Set<T>().AsQueryable().Expression, Expression.Call(
            typeof(Queryable), nameof(Queryable.AsQueryable), [typeof(T)], list.Body)).Visit(shaped)!;
        return scope.Db.Set<TParent>()
            .Where(row => EF.Parameter(keys).Contains(row.Id))
            .SelectMany(
                Expression.Lambda<Func<TParent, IEnumerable<T>>>(inPlace, list.Parameters),
                (row, child) => new Child<T> { ParentKey = row.Id, Row = child });
    }

    private sealed class Replacing(Expression from, Expression to) : ExpressionVisitor
    {
        public override Expression? Visit(Expression? node) => node?.GetType() == from.GetType() && node.Type == from.Type ? to : base.Visit(node);
    }
}
