using System.Linq.Expressions;
using System.Reflection;
using GraphQL;
using GraphQL.Resolvers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Restaurant.Graph.Platform.Reading;

/// <summary>Computes a field by its expression, for one row.</summary>
internal sealed class ComputedResolver<T, TValue>(Expression<Func<T, TValue>> computed) : IFieldResolver
    where T : class, IRow
{
    /// <inheritdoc />
    public async ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        var id = ((IRow)context.Source!).Id;
        return await context.RequestServices!.GetRequiredService<DbContext>().Set<T>()
            .Where(row => row.Id == id)
            .Select(computed)
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

    // The expression may be declared on a base class of the row.
    private static ComputedResolver<T, TValue> OfTyped<T, TValue>(LambdaExpression computed)
        where T : class, IRow
    {
        var row = Expression.Parameter(typeof(T), "row");
        return new(Expression.Lambda<Func<T, TValue>>(ReplacingExpressionVisitor.Replace(computed.Parameters[0], row, computed.Body), row));
    }
}
