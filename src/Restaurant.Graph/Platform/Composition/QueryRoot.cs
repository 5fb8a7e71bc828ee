using System.Reflection;
using GraphQL.Types;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Platform.Filtering;
using Restaurant.Graph.Platform.Paging;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Sorting;

namespace Restaurant.Graph.Platform.Composition;

/// <summary>The query type. A method that returns a query is a list, a connection or one row, as its attributes say.</summary>
internal sealed class QueryRoot(FeatureTypes features, IServiceProviderIsService services, IOptions<PagingOptions> paging)
    : ComposedObjectType<QueryTypeAttribute>(features, services)
{
    private readonly PagingOptions _paging = paging.Value;

    /// <inheritdoc />
    protected override void ConfigureGraph()
    {
        Name = "Query";
        Description = "What can be read.";
    }

    /// <inheritdoc />
    protected override FieldType? CreateField(MemberInfo memberInfo)
    {
        var field = base.CreateField(memberInfo);
        if (field is null || Queryables.ElementOf(((MethodInfo)memberInfo).ReturnType) is not { } element)
        {
            return field;
        }

        if (memberInfo.IsDefined(typeof(UseFirstOrDefaultAttribute)))
        {
            field.Type = typeof(EntityType<>).MakeGenericType(element);
            field.WithRead(Read(ReadForm.First));
            field.Resolver = QueryResolver.FirstOrDefault(element, field.Resolver!);
        }
        else if (memberInfo.IsDefined(typeof(UsePagingAttribute)))
        {
            field.Type = null;
            field.ResolvedType = (IGraphType)Activator.CreateInstance(
                typeof(ConnectionType<>).MakeGenericType(Ranked.RowOf(element)), GraphNames.Pascal(memberInfo.Name))!;
            field.Arguments = [.. field.Arguments ?? [], .. PageArguments.Declare(_paging), .. Shaping(memberInfo, element)];
            field.WithRead(Read(ReadForm.Page));
            field.Resolver = QueryResolver.Page(element, field.Resolver!);
        }
        else
        {
            field.WithRead(Read(ReadForm.List));
            field.Resolver = QueryResolver.List(element, field.Resolver!);
        }

        return field;

        RootRead Read(ReadForm form) => new(form, element, (MethodInfo)memberInfo, field.Resolver);
    }

    private static IEnumerable<QueryArgument> Shaping(MemberInfo memberInfo, Type element)
    {
        if (memberInfo.IsDefined(typeof(UseFilteringAttribute)))
        {
            yield return new QueryArgument(typeof(FilterInputType<>).MakeGenericType(element))
            {
                Name = "where",
                Description = "Which items to keep.",
            };
        }

        if (memberInfo.IsDefined(typeof(UseSortingAttribute)))
        {
            var item = typeof(NonNullGraphType<>).MakeGenericType(typeof(SortInputType<>).MakeGenericType(element));
            yield return new QueryArgument(typeof(ListGraphType<>).MakeGenericType(item))
            {
                Name = "order",
                Description = "The order, the most significant first; ties are in the order of creation.",
            };
        }
    }
}
