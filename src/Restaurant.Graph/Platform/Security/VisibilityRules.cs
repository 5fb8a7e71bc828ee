using System.Collections.Concurrent;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Reading.Sql;

namespace Restaurant.Graph.Platform.Security;

/// <summary>All that is declared about which rows may be seen by whom.</summary>
public sealed class VisibilityRules
{
    private readonly Dictionary<Type, RowVisibility> _rows = [];
    private readonly ConcurrentDictionary<string, Visibility> _compiled = new(StringComparer.Ordinal);

    /// <summary>Collects what features declare.</summary>
    public VisibilityRules(IEnumerable<IVisibility> declarations)
    {
        foreach (var declaration in declarations)
        {
            declaration.Declare(this);
        }
    }

    /// <summary>What is declared about a type, to be added to.</summary>
    public RowVisibility<T> Of<T>()
        where T : class, IRow
    {
        if (!_rows.TryGetValue(typeof(T), out var known))
        {
            _rows.Add(typeof(T), known = new RowVisibility<T>());
        }

        return (RowVisibility<T>)known;
    }

    /// <summary>Whether something is declared about a type.</summary>
    internal bool Knows(Type row) => _rows.ContainsKey(row);

    /// <summary>Whether those of a role see different rows.</summary>
    internal bool IsPersonal(string role) => _rows.Values.Any(row => row.IsPersonal(role));

    /// <summary>What somebody sees, for queries that are run at once.</summary>
    internal Visibility For(Viewer viewer) => new(this, viewer.Role, Parameter.Of(viewer.Key, typeof(long)));

    /// <summary>What everybody of a role sees, for queries that are compiled once and run for any of them.</summary>
    internal Visibility Compiled(string role) => _compiled.GetOrAdd(role, static (role, rules) => new Visibility(rules, role, Slots.ViewerKey), this);

    /// <summary>The condition under which a row may be seen; null if it always may.</summary>
    internal Expression? On(Expression row, string role, Expression viewerKey) => _rows.TryGetValue(row.Type, out var declared)
        ? declared.On(row, role, viewerKey)
        : Expression.Constant(false);
}

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
