using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Restaurant.Graph.Platform.Writing;

/// <summary>
/// Rows that a unit of work adds, each with all that hangs on it. They are inserted as they are: to let EF Core track and watch what nobody will
/// change any more costs several times what storing it does.
/// </summary>
public sealed class NewRows(DbContext db)
{
    private readonly List<object> _roots = [];
    private readonly List<Func<object>> _records = [];

    /// <summary>Adds one.</summary>
    public void Add(object row) => _roots.Add(row);

    /// <summary>Adds several.</summary>
    public void AddRange(IEnumerable<object> rows) => _roots.AddRange(rows);

    /// <summary>Adds one that tells of others by their keys: it is made when they have them. Nothing hangs on it.</summary>
    internal void AddRecord(Func<object> record) => _records.Add(record);

    /// <summary>Those of a type, and those that hang on others.</summary>
    internal IEnumerable<T> OfType<T>() => _roots.SelectMany(Tree).OfType<T>();

    /// <summary>Inserts them, after what EF Core has tracked.</summary>
    internal async ValueTask InsertAsync()
    {
        if (_roots.Count + _records.Count == 0)
        {
            return;
        }

        var connection = WriteConnection.Of(db) ?? throw new InvalidOperationException("This is no unit of work.");
        var rows = new List<NewRow>();
        _roots.ForEach(root => Gather(root, parent: null, rows));
        await connection.InsertAsync(rows, () => _records.ConvertAll(RecordOf));
        Clear();
    }

    /// <summary>Forgets them.</summary>
    internal void Clear()
    {
        _roots.Clear();
        _records.Clear();
    }

    private NewRow RecordOf(Func<object> record)
    {
        var row = record();
        return new NewRow(PlanOf(row), row, Parent: null);
    }

    private IEnumerable<object> Tree(object root) =>
        PlanOf(root).Children.SelectMany(children => children.Of(root).Cast<object>()).SelectMany(Tree).Prepend(root);

    private void Gather(object row, (IProperty Key, InsertPlan Plan, object Row)? parent, List<NewRow> rows)
    {
        var plan = PlanOf(row);
        if (plan.IsStored(row))
        {
            return;
        }

        rows.Add(new NewRow(plan, row, parent));
        foreach (var children in plan.Children)
        {
            foreach (var child in children.Of(row))
            {
                Gather(child, (children.Key, plan, row), rows);
            }
        }
    }

    private InsertPlan PlanOf(object row) => InsertPlan.Of(db.Model, row.GetType());
}
