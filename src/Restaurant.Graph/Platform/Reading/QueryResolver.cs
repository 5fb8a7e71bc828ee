using GraphQL;
using GraphQL.Resolvers;
using Restaurant.Graph.Platform.Paging;

namespace Restaurant.Graph.Platform.Reading;

/// <summary>Reads what a query method returns.</summary>
internal static class QueryResolver
{
    /// <summary>As a plain list.</summary>
    public static IFieldResolver List(Type row, IFieldResolver query) => Make(nameof(EntityReader.ListAsync), typeof(EntityReader), row, query);

    /// <summary>As one row or null.</summary>
    public static IFieldResolver FirstOrDefault(Type row, IFieldResolver query) =>
        Make(nameof(EntityReader.FirstOrDefaultAsync), typeof(EntityReader), row, query);

    /// <summary>As a page of a connection.</summary>
    public static IFieldResolver Page(Type item, IFieldResolver query) => Ranked.IsRanked(item)
        ? Make(nameof(PageReader.RankedPageAsync), typeof(PageReader), item, query)
        : Make(nameof(PageReader.PageAsync), typeof(PageReader), item, query);

    private static IFieldResolver Make(string method, Type reader, Type item, IFieldResolver query) => (IFieldResolver)Activator.CreateInstance(
        typeof(Resolver<>).MakeGenericType(item),
        query,
        reader.GetMethod(method)!.MakeGenericMethod(Ranked.RowOf(item)).CreateDelegate(typeof(Read<>).MakeGenericType(item)))!;

    private delegate Task<object?> Read<in T>(IResolveFieldContext context, IQueryable<T> rows);

    private sealed class Resolver<T>(IFieldResolver query, Read<T> read) : IFieldResolver
    {
        public async ValueTask<object?> ResolveAsync(IResolveFieldContext context) =>
            await query.ResolveAsync(context) is IQueryable<T> rows ? await read(context, rows) : null;
    }
}
