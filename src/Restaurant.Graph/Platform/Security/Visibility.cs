using System.Linq.Expressions;

namespace Restaurant.Graph.Platform.Security;

/// <summary>Which rows somebody may see. To them a row that is hidden and one that does not exist are the same.</summary>
public sealed class Visibility
{
    private readonly VisibilityRules _rules;
    private readonly string _role;
    private readonly Expression _viewerKey;

    internal Visibility(VisibilityRules rules, string role, Expression viewerKey) => (_rules, _role, _viewerKey) = (rules, role, viewerKey);

    /// <summary>Keeps the rows that may be seen.</summary>
    public IQueryable<T> Of<T>(IQueryable<T> rows)
    {
        var row = Expression.Parameter(typeof(T), "row");
        return On(row) is { } condition ? rows.Where(Expression.Lambda<Func<T, bool>>(condition, row)) : rows;
    }

    /// <summary>Keeps the items whose row may be seen.</summary>
    internal IQueryable<T> Of<T, TRow>(IQueryable<T> items, Expression<Func<T, TRow>> row) =>
        On(row.Body) is { } condition ? items.Where(Expression.Lambda<Func<T, bool>>(condition, row.Parameters)) : items;

    /// <summary>The condition on a row; null if there is none.</summary>
    internal Expression? On(Expression row) => _rules.On(row, _role, _viewerKey);
}
