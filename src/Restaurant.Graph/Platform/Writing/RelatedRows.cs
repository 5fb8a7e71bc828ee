using System.Collections;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Restaurant.Graph.Platform.Writing;

/// <summary>The rows that hang on one.</summary>
internal sealed class ChildRows(INavigation navigation)
{
    /// <summary>The foreign key by which they do.</summary>
    public IProperty Key { get; } = navigation.ForeignKey.Properties[0];

    /// <summary>Those of a row.</summary>
    public IEnumerable Of(object row) => navigation.GetGetter().GetClrValue(row) as IEnumerable ?? Array.Empty<object>();
}

/// <summary>The rows that one is joined with through a table in between.</summary>
internal sealed class JoinRows
{
    private readonly ISkipNavigation _navigation;

    public JoinRows(ISkipNavigation navigation)
    {
        _navigation = navigation;
        var table = StoreObjectIdentifier.Table(navigation.JoinEntityType.GetTableName() ?? throw new NotSupportedException($"{navigation.Name} has no table."));
        (Table, Column, OtherColumn) = (table.Name, $"{navigation.ForeignKey.Properties[0].GetColumnName(table)}", $"{navigation.Inverse.ForeignKey.Properties[0].GetColumnName(table)}");
    }

    /// <summary>The table in between.</summary>
    public string Table { get; }

    /// <summary>The column of the key of the row.</summary>
    public string Column { get; }

    /// <summary>The column of the key of the one that it is joined with.</summary>
    public string OtherColumn { get; }

    /// <summary>The key of one that it is joined with.</summary>
    public long KeyOf(object other) => InsertPlan.Of(_navigation.DeclaringEntityType.Model, other.GetType()).KeyOf(other);

    /// <summary>Those of a row.</summary>
    public IEnumerable Of(object row) => _navigation.GetGetter().GetClrValue(row) as IEnumerable ?? Array.Empty<object>();
}
