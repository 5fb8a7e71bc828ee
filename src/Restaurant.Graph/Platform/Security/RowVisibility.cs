using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Restaurant.Graph.Platform.Reading;

namespace Restaurant.Graph.Platform.Security;

/// <summary>Which rows of a type may be seen by whom.</summary>
public abstract class RowVisibility
{
    private readonly Dictionary<string, LambdaExpression?> _roles = new(StringComparer.Ordinal);
    private readonly List<LambdaExpression> _always = [];
    private bool _isForAll;

    private protected void ShowAll(string roles) => Array.ForEach(roles.Split(','), role => _roles.Add(role, null));

    private protected void Show(string role, LambdaExpression condition) => _roles.Add(role, condition);

    private protected void ShowAllToAll() => _isForAll = true;

    private protected void Restrict(LambdaExpression condition) => _always.Add(condition);

    internal bool IsPersonal(string role) => _roles.GetValueOrDefault(role) is not null;

    internal Expression? On(Expression row, string role, Expression viewerKey)
    {
        if (!_isForAll && !_roles.ContainsKey(role))
        {
            return Expression.Constant(false);
        }

        Expression?[] conditions =
        [
            _roles.GetValueOrDefault(role) is { } own ? new ViewerKey(own.Parameters[1], viewerKey).Visit(ReplacingExpressionVisitor.Replace(own.Parameters[0], row, own.Body)) : null,
            .. _always.Select(always => ReplacingExpressionVisitor.Replace(always.Parameters[0], row, always.Body)),
        ];
        return conditions.OfType<Expression>().Aggregate((Expression?)null, static (all, one) => all is null ? one : Expression.AndAlso(all, one));
    }

    // Of the viewer a condition may know the key and nothing else, since it is compiled once for all of a role.
    private sealed class ViewerKey(ParameterExpression viewer, Expression key) : ExpressionVisitor
    {
        protected override Expression VisitMember(MemberExpression node) =>
            node.Expression == viewer && node.Member.Name == nameof(Viewer.Key) ? key : base.VisitMember(node);

        protected override Expression VisitParameter(ParameterExpression node) =>
            node == viewer ? throw new NotSupportedException("What may be seen depends on the role and the key of the viewer, and on nothing else.") : node;
    }
}

/// <summary>Which rows of a type may be seen by whom.</summary>
public sealed class RowVisibility<T> : RowVisibility
    where T : class, IRow
{
    /// <summary>Shows all rows to everybody.</summary>
    public RowVisibility<T> ToEverybody()
    {
        ShowAllToAll();
        return this;
    }

    /// <summary>Shows all rows to some roles, with commas between them.</summary>
    public RowVisibility<T> To(string roles)
    {
        ShowAll(roles);
        return this;
    }

    /// <summary>Shows some rows to a role.</summary>
    /// <param name="role">The role.</param>
    /// <param name="condition">Which, by the row and the key of the viewer; EF Core has to be able to translate it.</param>
    public RowVisibility<T> To(string role, Expression<Func<T, Viewer, bool>> condition)
    {
        Show(role, condition);
        return this;
    }

    /// <summary>Hides from everybody the rows for which a condition does not hold.</summary>
    public RowVisibility<T> Only(Expression<Func<T, bool>> condition)
    {
        Restrict(condition);
        return this;
    }
}
