using GraphQL.Types;
using Restaurant.Graph.Platform.Reading;

namespace Restaurant.Graph.Platform.Paging;

/// <summary>The fields of connections that have a meaning elsewhere.</summary>
internal static class ConnectionFields
{
    public const string Nodes = "nodes";
    public const string Edges = "edges";
    public const string TotalCount = "totalCount";
}

/// <summary>A connection in HotChocolate's form, named after its field.</summary>
internal sealed class ConnectionType<T> : ObjectGraphType<Connection>
    where T : class
{
    public ConnectionType(string name)
    {
        Name = $"{name}Connection";
        Description = "A page of a list.";
        Field<ListGraphType<NonNullGraphType<EntityType<T>>>>(ConnectionFields.Nodes)
            .Description("The items of the page.")
            .Resolve(context => context.Source.Edges.Select(edge => edge.Node));
        AddField(new FieldType
        {
            Name = ConnectionFields.Edges,
            Description = "The items of the page, each with its cursor.",
            ResolvedType = new ListGraphType(new NonNullGraphType(new EdgeType<T>(name))),
            Resolver = new GraphQL.Resolvers.FuncFieldResolver<Connection, object>(context => context.Source.Edges),
        });
        Field<NonNullGraphType<PageInfoType>>("pageInfo")
            .Description("Where the page lies in the list.")
            .Resolve(context => context.Source.PageInfo);
        Field<NonNullGraphType<IntGraphType>>(ConnectionFields.TotalCount)
            .Description("How many items the whole list has, counted only when asked for.")
            .Resolve(context => context.Source.TotalCount);
    }
}

/// <summary>An edge of a <see cref="ConnectionType{T}"/>.</summary>
internal sealed class EdgeType<T> : ObjectGraphType<Edge>
    where T : class
{
    public EdgeType(string name)
    {
        Name = $"{name}Edge";
        Description = "An item of a page and its place in the list.";
        Field<NonNullGraphType<StringGraphType>>("cursor")
            .Description("The place of the item: opaque, for `after` and `before`, good as long as the order stays the same.")
            .Resolve(context => context.Source.Cursor);
        Field<NonNullGraphType<EntityType<T>>>("node")
            .Description("The item.")
            .Resolve(context => context.Source.Node);
    }
}

/// <summary>Relay's PageInfo.</summary>
internal sealed class PageInfoType : ObjectGraphType<PageInfo>
{
    public PageInfoType()
    {
        Name = "PageInfo";
        Description = "Where a page lies in its list.";
        Field<NonNullGraphType<BooleanGraphType>>("hasNextPage").Description("Whether items follow the page.")
            .Resolve(context => context.Source.HasNextPage);
        Field<NonNullGraphType<BooleanGraphType>>("hasPreviousPage").Description("Whether items precede the page.")
            .Resolve(context => context.Source.HasPreviousPage);
        Field<StringGraphType>("startCursor").Description("The cursor of the first item; null on an empty page.")
            .Resolve(context => context.Source.StartCursor);
        Field<StringGraphType>("endCursor").Description("The cursor of the last item; null on an empty page.")
            .Resolve(context => context.Source.EndCursor);
    }
}
