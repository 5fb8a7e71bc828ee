using GraphQL;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Platform.Filtering;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Sorting;

namespace Restaurant.Graph.Platform.Paging;

/// <summary>Reads one page of a query: filtered, sorted and cut in the database.</summary>
internal static class PageReader
{
    /// <summary>The page that the arguments of the field ask for.</summary>
    public static async Task<object?> PageAsync<T>(IResolveFieldContext context, IQueryable<T> rows)
        where T : class, IRow
    {
        var options = context.RequestServices!.GetRequiredService<IOptions<PagingOptions>>().Value;
        var page = PageArguments.Of(context, options);
        var keys = SortArgument.KeysOf(context, typeof(T));
        rows = FilterArgument.Apply(context, rows);
        var totalCount = IsSelected(context, "totalCount") ? await rows.CountAsync(context.CancellationToken) : 0;

        var query = Seek(Seek(rows, keys, page.After, "after", ahead: false), keys, page.Before, "before", ahead: true)
            .OrderBy(keys, reverse: page.FromEnd)
            .Take(page.Size + 1)
            .Selected(context, NodesOf<T>(context));
        query = keys.Select(key => key.Navigation).Where(path => path.Length > 0).Aggregate(query, static (q, path) => q.Include(path));
        var found = await query.ToListAsync(context.CancellationToken);

        var more = found.Count > page.Size;
        var taken = found.Take(page.Size);
        Edge[] edges = [.. (page.FromEnd ? taken.Reverse() : taken).Select(row => new Edge(Cursor.Of(row, keys), row))];
        var info = new PageInfo(
            HasNextPage: page.FromEnd ? page.Before is not null : more,
            HasPreviousPage: page.FromEnd ? more : page.After is not null,
            edges.FirstOrDefault()?.Cursor,
            edges.LastOrDefault()?.Cursor);
        return new Connection(edges, info, totalCount);
    }

    private static IQueryable<T> Seek<T>(IQueryable<T> rows, IReadOnlyList<SortKey> keys, string? cursor, string argument, bool ahead) =>
        cursor is null ? rows
        : Cursor.TryParse(cursor, keys, out var place) ? rows.Beyond(keys, place, ahead)
        : throw PagingError.BadCursor(argument);

    private static bool IsSelected(IResolveFieldContext context, string field) =>
        context.SubFields?.Values.Any(selected => string.Equals(selected.FieldType.Name, field, StringComparison.Ordinal)) ?? false;

    private static Selection NodesOf<T>(IResolveFieldContext context)
        where T : class
    {
        var connection = (IObjectGraphType)context.FieldDefinition.ResolvedType!.GetNamedType();
        return Selection.Merge(context, Selection.Of(context).On(connection).SelectMany(selected => selected.Field.Name switch
        {
            "nodes" => [selected.Selection],
            "edges" => selected.Selection.On((IObjectGraphType)selected.Field.ResolvedType!.GetNamedType())
                .Where(edge => string.Equals(edge.Field.Name, "node", StringComparison.Ordinal))
                .Select(edge => edge.Selection),
            _ => Enumerable.Empty<Selection>(),
        }));
    }
}
