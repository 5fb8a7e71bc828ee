using Microsoft.EntityFrameworkCore.Metadata;

namespace Restaurant.Graph.Platform.Writing;

/// <summary>A row that is inserted.</summary>
/// <param name="Plan">How.</param>
/// <param name="Row">The row.</param>
/// <param name="Parent">The foreign key by which it hangs on another, and that one with its plan; null if it hangs on none.</param>
internal sealed record NewRow(InsertPlan Plan, object Row, (IProperty Property, InsertPlan Plan, object Row)? Parent)
{
    /// <summary>The values of its columns, as C# has them.</summary>
    public object?[] Values() =>
        [.. Plan.Columns.Select(column => Parent is { } parent && parent.Property == column.Property ? parent.Plan.KeyOf(parent.Row) : column.Read(Row))];
}
