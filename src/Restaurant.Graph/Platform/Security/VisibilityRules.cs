using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace Restaurant.Graph.Platform.Security;

/// <summary>All that is declared about which rows may be seen. Of a type about which nothing is declared all may be.</summary>
internal sealed class VisibilityRules(IEnumerable<Visibility> rules)
{
    private readonly ILookup<Type, LambdaExpression> _rules = rules.ToLookup(rule => rule.Row, rule => rule.Condition);

    /// <summary>Keeps the rows that may be seen.</summary>
    public IQueryable<T> Apply<T>(IQueryable<T> rows)
    {
        var row = Expression.Parameter(typeof(T), "row");
        return On(row) is { } condition ? rows.Where(Expression.Lambda<Func<T, bool>>(condition, row)) : rows;
    }

    /// <summary>Keeps the items whose row may be seen.</summary>
    public IQueryable<T> Apply<T, TRow>(IQueryable<T> items, Expression<Func<T, TRow>> row) =>
        On(row.Body) is { } condition ? items.Where(Expression.Lambda<Func<T, bool>>(condition, row.Parameters)) : items;

    /// <summary>The condition on a row; null if there is none.</summary>
    public Expression? On(Expression row)
    {
        var conditions = _rules
            .Where(rule => rule.Key.IsAssignableFrom(row.Type))
            .SelectMany(rule => rule)
            .Select(rule => ReplacingExpressionVisitor.Replace(rule.Parameters[0], row, rule.Body))
            .ToList();
        return conditions.Count == 0 ? null : conditions.Aggregate(Expression.AndAlso);
    }
}
