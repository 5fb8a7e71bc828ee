using System.Linq.Expressions;
using System.Reflection;
using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Reading;

namespace Restaurant.Graph.Platform.Paging;

/// <summary>Makes a connection of a list of an entity, such as the history of an order.</summary>
internal static class NestedPaging
{
    private static readonly MethodInfo TypedApply = typeof(NestedPaging).GetMethod(nameof(ApplyTyped), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Changes a field that shows a list property into a connection named after both.</summary>
    public static void Apply(FieldType field, string parentName, PropertyInfo property, PagingOptions options) => TypedApply
        .MakeGenericMethod(property.DeclaringType!, Members.ElementOf(property)!)
        .Invoke(null, [field, parentName, property, options]);

    private static void ApplyTyped<TParent, T>(FieldType field, string parentName, PropertyInfo property, PagingOptions options)
        where TParent : class, IRow
        where T : class, IRow
    {
        var parent = Expression.Parameter(typeof(TParent), "parent");
        var list = Expression.Lambda<Func<TParent, IEnumerable<T>>>(Expression.Property(parent, property), parent);
        field.Type = null;
        field.ResolvedType = new ConnectionType<T>(parentName + GraphNames.Pascal(property.Name));
        field.Arguments = [.. PageArguments.Declare(options)];
        field.Resolver = new FuncFieldResolver<object>(context => Resolve(context, list));
    }

    private static async ValueTask<object?> Resolve<TParent, T>(IResolveFieldContext context, Expression<Func<TParent, IEnumerable<T>>> list)
        where TParent : class, IRow
        where T : class, IRow
    {
        var id = ((IRow)context.Source!).Id;
        var db = context.RequestServices!.GetRequiredService<DbContext>();
        return await PageReader.PageAsync(context, db.Set<TParent>().Where(parent => parent.Id == id).SelectMany(list));
    }
}
