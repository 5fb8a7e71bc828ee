using Microsoft.EntityFrameworkCore;

namespace Restaurant.Graph.Platform.Writing;

/// <summary>
/// Rows that a unit of work adds, each with all that hangs on it. They are inserted as they are: to let EF Core track and watch what nobody will
/// change any more costs several times what storing it does.
/// </summary>
public sealed class NewRows(DbContext db)
{
    private readonly List<object> _roots = [];

    /// <summary>Adds one.</summary>
    public void Add(object row) => _roots.Add(row);

    /// <summary>Adds several.</summary>
    public void AddRange(IEnumerable<object> rows) => _roots.AddRange(rows);

    /// <summary>Those of a type, and those that hang on others.</summary>
    internal IEnumerable<T> OfType<T>() => _roots.SelectMany(Tree).OfType<T>();

    /// <summary>Inserts them, after what EF Core has tracked.</summary>
    internal void Insert()
    {
        if (_roots.Count == 0)
        {
            return;
        }

        var connection = WriteConnection.Of(db) ?? throw new InvalidOperationException("This is no unit of work.");
        _roots.ForEach(root => Insert(connection, root));
        foreach (var row in _roots.SelectMany(Tree))
        {
            Join(connection, row);
        }

        Clear();
    }

    /// <summary>Forgets them.</summary>
    internal void Clear() => _roots.Clear();

    private IEnumerable<object> Tree(object root) =>
        PlanOf(root).Children.SelectMany(children => children.Of(root).Cast<object>()).SelectMany(Tree).Prepend(root);

    private void Insert(WriteConnection connection, object row, (Microsoft.EntityFrameworkCore.Metadata.IProperty Key, long Value)? parent = null)
    {
        var plan = PlanOf(row);
        if (plan.IsStored(row))
        {
            return;
        }

        plan.Insert(connection, row, parent);
        foreach (var children in plan.Children)
        {
            foreach (var child in children.Of(row))
            {
                Insert(connection, child, (children.Key, plan.KeyOf(row)));
            }
        }
    }

    private void Join(WriteConnection connection, object row)
    {
        var plan = PlanOf(row);
        foreach (var joined in plan.Joins)
        {
            foreach (var other in joined.Of(row))
            {
                connection.Prepare(joined.Text).Run([plan.KeyOf(row), PlanOf(other).KeyOf(other)]);
            }
        }
    }

    private InsertPlan PlanOf(object row) => InsertPlan.Of(db.Model, row.GetType());
}
