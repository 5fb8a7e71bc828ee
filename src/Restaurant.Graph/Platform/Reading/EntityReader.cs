using GraphQL;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Restaurant.Graph.Platform.Reading;

/// <summary>
/// The one door through which rows are read for a client: a query from a feature, with just the navigations that the selection asks for.
/// </summary>
internal static class EntityReader
{
    /// <summary>All rows, in the order of <see cref="RowOrder"/>.</summary>
    public static async Task<object?> ListAsync<T>(IResolveFieldContext context, IQueryable<T> rows)
        where T : class, IRow =>
        RowOrder.Sort(await rows.Selected(context, Selection.Of(context)).ToListAsync(context.CancellationToken));

    /// <summary>The first row, or null.</summary>
    public static async Task<object?> FirstOrDefaultAsync<T>(IResolveFieldContext context, IQueryable<T> rows)
        where T : class, IRow =>
        await rows.Selected(context, Selection.Of(context)).OrderBy(row => row.Id).FirstOrDefaultAsync(context.CancellationToken);

    /// <summary>The row with a key, or null.</summary>
    public static async Task<object?> ByKeyAsync<T>(IResolveFieldContext context, long key)
        where T : class =>
        await context.RequestServices!.GetRequiredService<DbContext>().Set<T>().Selected(context, Selection.Of(context)).FirstOrDefaultAsync(
            row => EF.Property<long>(row, nameof(IRow.Id)) == key, context.CancellationToken);

    /// <summary>A query widened by the navigations below a selection.</summary>
    public static IQueryable<T> Selected<T>(this IQueryable<T> rows, IResolveFieldContext context, Selection selection)
        where T : class
    {
        var type = context.Schema.AllTypes.OfType<EntityType<T>>().Single();
        var query = rows.AsNoTrackingWithIdentityResolution().AsSplitQuery();
        return selection.Navigations((IObjectGraphType)type)
            .Distinct(StringComparer.Ordinal)
            .Aggregate(query, static (widened, path) => widened.Include(path));
    }
}
