using System.Reflection;
using GraphQL;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Platform.Reading;

/// <summary>The one door through which rows are read for a client, with just the navigations that the selection asks for.</summary>
internal static class EntityReader
{
    private static readonly MethodInfo ByKeyOf = typeof(EntityReader).GetMethod(nameof(ByKeyAsync), 1, BindingFlags.NonPublic | BindingFlags.Static, [typeof(IResolveFieldContext), typeof(long)])!;

    /// <summary>All rows of a query, in the order of <see cref="RowOrder"/>.</summary>
    public static async Task<object?> ListAsync<T>(IResolveFieldContext context, IQueryable<T> rows)
        where T : class, IRow => RowOrder.Sort(
            await ReadAsync(context, VisibilityOf(context).Of(rows)));

    /// <summary>The first row of a query, or null.</summary>
    public static async Task<object?> FirstOrDefaultAsync<T>(IResolveFieldContext context, IQueryable<T> rows)
        where T : class, IRow
    {
        var visible = VisibilityOf(context).Of(rows);
        return (await ReadAsync(context, visible.OrderBy(row => row.Id).Take(1))).FirstOrDefault();
    }

    /// <summary>The row of a kind with a key, or null.</summary>
    public static Task<object?> ByKeyAsync(IResolveFieldContext context, Type row, long key) =>
        (Task<object?>)ByKeyOf.MakeGenericMethod(row).Invoke(null, [context, key])!;

    private static Task<object?> ByKeyAsync<T>(IResolveFieldContext context, long key)
        where T : class, IRow =>
        FirstOrDefaultAsync(context, context.RequestServices!.GetRequiredService<DbContext>().Set<T>().Where(row => row.Id == key));

    /// <summary>Reads what a selection asks for below rows.</summary>
    public static Task LoadAsync<T>(IResolveFieldContext context, IReadOnlyList<T> rows, Selection selection)
        where T : class, IRow =>
        Navigations.LoadAsync(context, rows, context.Schema.AllTypes.OfType<EntityType<T>>().Single(), selection);

    private static Visibility VisibilityOf(IResolveFieldContext context) =>
        context.RequestServices!.GetRequiredService<VisibilityRules>().For(Viewer.Of(context));

    private static async Task<IReadOnlyList<T>> ReadAsync<T>(IResolveFieldContext context, IQueryable<T> rows)
        where T : class, IRow
    {
        var read = await rows.AsNoTracking().ToListAsync(context.CancellationToken);
        await LoadAsync(context, read, Selection.Of(context));
        return read;
    }
}
