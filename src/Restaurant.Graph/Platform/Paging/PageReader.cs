using System.Linq.Expressions;
using GraphQL;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Platform.Filtering;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Reading.Sql;
using Restaurant.Graph.Platform.Security;
using Restaurant.Graph.Platform.Sorting;

namespace Restaurant.Graph.Platform.Paging;

/// <summary>Reads one page of a query: filtered, sorted and cut in the database.</summary>
internal static class PageReader
{
    /// <summary>The page that the arguments of the field ask for.</summary>
    public static Task<object?> PageAsync<T>(IResolveFieldContext context, IQueryable<T> rows)
        where T : class, IRow => PageAsync<T, T>(context, rows, static row => row);

    /// <summary>The same for rows that were searched for, in the order of how well they fit.</summary>
    public static Task<object?> RankedPageAsync<T>(IResolveFieldContext context, IQueryable<Ranked<T>> rows)
        where T : class, IRow => PageAsync(context, rows, static ranked => ranked.Row);

    private static async Task<object?> PageAsync<TItem, T>(IResolveFieldContext context, IQueryable<TItem> rows, Expression<Func<TItem, T>> rowOf)
        where TItem : class, IRow
        where T : class, IRow
    {
        var (services, viewer) = (context.RequestServices!, Viewer.Of(context));
        var visibility = services.GetRequiredService<VisibilityRules>().For(viewer);
        var arguments = new Bindings { ViewerKey = viewer.Key, Arguments = context.Arguments };
        var page = PageArguments.Of(arguments, services.GetRequiredService<IOptions<PagingOptions>>().Value);
        var keys = SortArgument.KeysOf(
            typeof(TItem),
            arguments.Argument(SortArgument.Name),
            WrittenOrder.Of(context.FieldAst, context.ExecutionContext.ExecutionOptions.Variables, context.Variables, SortArgument.Name),
            visibility);
        var (after, before) = page.PlacesIn(keys);
        var slots = Slots.Bound(new Bindings { ViewerKey = viewer.Key, Arguments = context.Arguments, After = after, Before = before, Limit = page.Size + 1 });
        rows = FilterArgument.Apply(
            visibility.Of(rows, rowOf), arguments.Argument(FilterArgument.Name), slots, visibility, services.GetRequiredService<Money.Currency>());
        var totalCount = IsSelected(context, ConnectionFields.TotalCount) ? await rows.CountAsync(context.CancellationToken) : 0;

        var found = await rows
            .AsNoTracking()
            .Page(keys, new PageShape(page.FromEnd, after, before), slots)
            .Select(Found<TItem, T>.With(keys, rowOf))
            .ToListAsync(context.CancellationToken);
        var more = found.Count > page.Size;
        var taken = found.Take(page.Size);
        Edge[] edges = [.. (page.FromEnd ? taken.Reverse() : taken).Select(item => new Edge(Cursor.Of(keys, item.Keys), item.Row))];
        await EntityReader.LoadAsync(context, [.. edges.Select(edge => (T)edge.Node)], NodesOf<T>(context));
        var info = new PageInfo(
            HasNextPage: page.FromEnd ? page.Before is not null : more,
            HasPreviousPage: page.FromEnd ? more : page.After is not null,
            edges.FirstOrDefault()?.Cursor,
            edges.LastOrDefault()?.Cursor);
        return new Connection(edges, info, totalCount);
    }

    private static bool IsSelected(IResolveFieldContext context, string field) =>
        context.SubFields?.Values.Any(selected => string.Equals(selected.FieldType.Name, field, StringComparison.Ordinal)) ?? false;

    private static Selection NodesOf<T>(IResolveFieldContext context)
        where T : class
    {
        var connection = (IObjectGraphType)context.FieldDefinition.ResolvedType!.GetNamedType();
        var selection = Selection.Of(context);
        return selection.None().With(selection.On(connection).SelectMany(static selected => selected.Field.Name switch
        {
            ConnectionFields.Nodes => [selected.Below],
            ConnectionFields.Edges => selected.Below.On((IObjectGraphType)selected.Field.ResolvedType!.GetNamedType())
                .Where(static edge => string.Equals(edge.Field.Name, "node", StringComparison.Ordinal))
                .Select(static edge => edge.Below),
            _ => Enumerable.Empty<Selection>(),
        }));
    }

    /// <summary>A row and the values of the keys that its cursor is made of.</summary>
    private sealed class Found<TItem, T>
        where T : class
    {
        public required T Row { get; init; }

        public required object?[] Keys { get; init; }

        public static Expression<Func<TItem, Found<TItem, T>>> With(IReadOnlyList<SortKey> keys, Expression<Func<TItem, T>> rowOf)
        {
            var item = rowOf.Parameters[0];
            return Expression.Lambda<Func<TItem, Found<TItem, T>>>(
                Expression.MemberInit(
                    Expression.New(typeof(Found<TItem, T>)),
                    Expression.Bind(typeof(Found<TItem, T>).GetProperty(nameof(Row))!, rowOf.Body),
                    Expression.Bind(typeof(Found<TItem, T>).GetProperty(nameof(Keys))!, Expression.NewArrayInit(typeof(object), keys.Select(key => key.Boxed(item))))),
                item);
        }
    }
}
