using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Update;

namespace Restaurant.Graph.Platform.Writing.Sqlite;

/// <summary>The order in which rows are saved: each after those it refers to.</summary>
internal sealed class SaveOrder
{
    private readonly Dictionary<IEntityType, int> _ranks = [];

    private SaveOrder(IModel model)
    {
        // A row that refers to another of its own family is saved in the order in which they came to be.
        var before = model.GetEntityTypes().GroupBy(static type => type.GetRootType()).ToDictionary(
            static family => family.Key,
            family => family.SelectMany(static type => type.GetDeclaredForeignKeys()).Select(static key => key.PrincipalEntityType.GetRootType()).Where(principal => principal != family.Key).ToHashSet());
        while (before.Keys.Where(type => !_ranks.ContainsKey(type) && before[type].All(_ranks.ContainsKey)).ToList() is { Count: > 0 } next)
        {
            var rank = _ranks.Count;
            next.ForEach(type => _ranks.Add(type, rank));
        }
    }

    /// <summary>That of a model.</summary>
    public static SaveOrder Of(IModel model) =>
        model.GetOrAddRuntimeAnnotationValue(nameof(SaveOrder), static model => new SaveOrder(model!), model);

    /// <summary>
    /// The entries in this order; null if rows of one of their types may refer to each other in a circle. Rows of one family keep the order in
    /// which they came to be, and so do the numbers that they are given.
    /// </summary>
    public IEnumerable<IUpdateEntry>? Sort(IList<IUpdateEntry> entries) =>
        entries.All(entry => _ranks.ContainsKey(entry.EntityType.GetRootType()))
            ? entries.OrderBy(entry => _ranks[entry.EntityType.GetRootType()])
            : null;
}
