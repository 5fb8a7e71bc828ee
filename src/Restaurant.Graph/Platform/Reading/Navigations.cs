using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using GraphQL;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Platform.Paging;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Platform.Reading;

/// <summary>
/// Reads what rows refer to, level by level: one statement for each navigation of a level, however many rows it has. A selection may walk
/// in circles (a child, its parent, its children), so what is read is kept beside the row and not in it.
/// </summary>
internal static class Navigations
{
    private static readonly ConditionalWeakTable<object, ConcurrentDictionary<PropertyInfo, object?>> Read = [];

    private static readonly MethodInfo TypedLoad = typeof(Navigations).GetMethod(nameof(LoadTypedAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>What was read of a navigation of a row: a row, a list of rows, or null.</summary>
    public static object? Of(object row, PropertyInfo property) => Read.GetOrCreateValue(row).GetValueOrDefault(property);

    /// <summary>Reads all navigations that a selection asks for, and theirs.</summary>
    public static async Task LoadAsync(IResolveFieldContext context, IReadOnlyList<IRow> rows, IObjectGraphType type, Selection selection)
    {
        if (rows.Count == 0)
        {
            return;
        }

        foreach (var field in selection.On(type).Where(static selected => IsNavigation(selected.Field)).GroupBy(static selected => selected.Field))
        {
            var property = field.Key.Member()!;
            var target = (IObjectGraphType)field.Key.ResolvedType!.GetNamedType();
            var below = field.First().Below.With(field.Skip(1).Select(static selected => selected.Below));
            var row = Members.ElementOf(property) ?? property.PropertyType;
            var targets = await (Task<IReadOnlyList<IRow>>)TypedLoad.MakeGenericMethod(property.DeclaringType!, row).Invoke(null, [context, rows, property])!;
            await LoadAsync(context, targets, target, below);
        }
    }

    // Those that are pages of their own are read by their resolver.
    private static bool IsNavigation(FieldType field) =>
        field.Member() is { } property && Members.IsNavigation(property) && !property.IsDefined(typeof(UsePagingAttribute));

    private static async Task<IReadOnlyList<IRow>> LoadTypedAsync<T, TTarget>(IResolveFieldContext context, IReadOnlyList<IRow> rows, PropertyInfo property)
        where T : class, IRow
        where TTarget : class, IRow
    {
        long[] ids = [.. rows.Select(row => row.Id).Distinct()];
        var services = context.RequestServices!;
        var parents = services.GetRequiredService<DbContext>().Set<T>().AsNoTracking().Where(row => ids.Contains(row.Id));
        var isList = Members.ElementOf(property) is not null;
        var all = isList ? Many<T, TTarget>(parents, property) : One<T, TTarget>(parents, property);
        var pairs = await services.GetRequiredService<VisibilityRules>().For(Viewer.Of(context)).Of(all, static pair => pair.Target!).ToListAsync(context.CancellationToken);

        // A row that several refer to is one object, so that it is read further only once.
        var targets = pairs.Select(pair => pair.Target).OfType<TTarget>().DistinctBy(target => target.Id).ToDictionary(target => target.Id);
        var found = pairs.Where(pair => pair.Target is not null).ToLookup(pair => pair.ParentId, pair => targets[pair.Target!.Id]);
        foreach (var row in rows)
        {
            Read.GetOrCreateValue(row)[property] = isList ? RowOrder.Sort(found[row.Id]) : found[row.Id].FirstOrDefault();
        }

        return [.. targets.Values];
    }

    private static IQueryable<Pair<TTarget>> One<T, TTarget>(IQueryable<T> parents, PropertyInfo property)
        where T : class, IRow
        where TTarget : class
    {
        Expression<Func<T, long>> key = row => row.Id;
        return parents.Select(Expression.Lambda<Func<T, Pair<TTarget>>>(
            Pairing<TTarget>(key.Body, Expression.Property(key.Parameters[0], property)), key.Parameters));
    }

    private static IQueryable<Pair<TTarget>> Many<T, TTarget>(IQueryable<T> parents, PropertyInfo property)
        where T : class, IRow
        where TTarget : class
    {
        Expression<Func<T, long>> key = row => row.Id;
        var list = Expression.Lambda<Func<T, IEnumerable<TTarget>>>(Expression.Property(key.Parameters[0], property), key.Parameters);
        var target = Expression.Parameter(typeof(TTarget), "target");
        return parents.SelectMany(list, Expression.Lambda<Func<T, TTarget, Pair<TTarget>>>(Pairing<TTarget>(key.Body, target), key.Parameters[0], target));
    }

    private static MemberInitExpression Pairing<TTarget>(Expression key, Expression target) => Expression.MemberInit(
        Expression.New(typeof(Pair<TTarget>)),
        Expression.Bind(typeof(Pair<TTarget>).GetProperty(nameof(Pair<>.ParentId))!, key),
        Expression.Bind(typeof(Pair<TTarget>).GetProperty(nameof(Pair<>.Target))!, target));

    private sealed class Pair<TTarget>
    {
        public long ParentId { get; init; }

        public TTarget? Target { get; init; }
    }
}
