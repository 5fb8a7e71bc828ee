using System.Collections.Concurrent;
using System.Linq.Expressions;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Reading.Sql;

namespace Restaurant.Graph.Platform.Security;

/// <summary>All that is declared about which rows may be seen by whom.</summary>
public sealed class VisibilityRules
{
    private readonly Dictionary<Type, RowVisibility> _rows = [];
    private readonly Dictionary<string, StandingKey> _keys = new(StringComparer.Ordinal);
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

    /// <summary>
    /// Says that another row may have come to stand for those of a role than the one whose key they brought: theirs is then what is that one's.
    /// </summary>
    /// <param name="role">The role.</param>
    /// <param name="key">The key that stands for them now, by the row whose key they brought.</param>
    public void Follow<T>(string role, Expression<Func<T, long>> key)
        where T : class, IRow => _keys.Add(role, new StandingKey(typeof(T), key));

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
        ? declared.On(row, role, _keys.GetValueOrDefault(role)?.In(row, viewerKey) ?? viewerKey)
        : Expression.Constant(false);
}
