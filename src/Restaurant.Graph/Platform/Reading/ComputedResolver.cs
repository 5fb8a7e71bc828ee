using System.Linq.Expressions;
using System.Reflection;
using GraphQL;
using GraphQL.Resolvers;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Platform.Reading;

/// <summary>Computes a field by its expression, for one row.</summary>
internal sealed class ComputedResolver<T, TValue>(LambdaExpression computed) : IFieldResolver
    where T : class, IRow
{
    /// <inheritdoc />
    public async ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        var id = ((IRow)context.Source!).Id;

        // The expression may be declared on a base class of the row.
        var row = Expression.Parameter(typeof(T), "row");
        return await context.RequestServices!.GetRequiredService<DbContext>().Set<T>()
            .Where(each => each.Id == id)
            .Select(Expression.Lambda<Func<T, TValue>>(Members.BodyOf(computed, row, Viewer.Of(context).Role), row))
            .FirstOrDefaultAsync(context.CancellationToken);
    }
}

/// <summary>Makes them.</summary>
internal static class ComputedResolver
{
    private static readonly MethodInfo TypedOf = typeof(ComputedResolver).GetMethod(nameof(OfTyped), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>That of a field of a row.</summary>
    public static IFieldResolver Of(Type row, LambdaExpression computed) =>
        (IFieldResolver)TypedOf.MakeGenericMethod(row, computed.ReturnType).Invoke(null, [computed])!;

    private static ComputedResolver<T, TValue> OfTyped<T, TValue>(LambdaExpression computed)
        where T : class, IRow => new(computed);
}
