using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Restaurant.Graph.Platform.Reading;

namespace Restaurant.Graph.Platform.Security;

/// <summary>
/// Finds the key of the row that stands for a viewer now by the row whose key they brought, in the statement itself: as a value that is looked up
/// once, by which indexes can be used.
/// </summary>
/// <param name="type">The type of the rows.</param>
/// <param name="key">The key that stands for them, by the row whose key they brought.</param>
internal sealed class StandingKey(Type type, LambdaExpression key)
{
    private static readonly MethodInfo Method = typeof(StandingKey).GetMethod(nameof(Of), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>The key, as a part of a condition on a row.</summary>
    public Expression In(Expression row, Expression brought) =>
        Expression.Call(Method, Expression.Convert(row, typeof(object)), brought, Expression.Constant(this));

    private MethodCallExpression Query(IModel model, Expression brought)
    {
        var own = Expression.Parameter(type, "own");
        var all = new EntityQueryRootExpression(model.FindEntityType(type) ?? throw new NotSupportedException($"{type.Name} is not stored."));
        var isBrought = Expression.Lambda(Expression.Equal(Expression.Property(own, nameof(IRow.Id)), brought), own);
        var found = Expression.Call(typeof(Queryable), nameof(Queryable.Where), [type], all, Expression.Quote(isBrought));
        var keys = Expression.Call(typeof(Queryable), nameof(Queryable.Select), [type, typeof(long)], found, Expression.Quote(key));
        return Expression.Call(typeof(Queryable), nameof(Queryable.SingleOrDefault), [typeof(long)], keys);
    }

    // It names the row, which it does not need, or EF Core would call it and not leave it in the query.
    private static long Of(object row, long brought, StandingKey key) => throw new NotSupportedException("This is for queries alone.");

    /// <summary>Puts the statement's own queries in the place of such keys, which EF Core lets nobody do before a query has got its context.</summary>
    internal sealed class Interceptor : IQueryExpressionInterceptor
    {
        /// <inheritdoc />
        public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData) =>
            eventData.Context is { Model: var model } ? new Placing(model).Visit(queryExpression) : queryExpression;
    }

    private sealed class Placing(IModel model) : ExpressionVisitor
    {
        protected override Expression VisitMethodCall(MethodCallExpression node) =>
            node.Method == Method && node.Arguments[^1] is ConstantExpression { Value: StandingKey standing }
                ? standing.Query(model, node.Arguments[1])
                : base.VisitMethodCall(node);
    }
}
