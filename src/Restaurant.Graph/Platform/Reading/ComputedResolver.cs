using System.Linq.Expressions;
using System.Reflection;
using GraphQL;
using GraphQL.Resolvers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Platform.Reading;

/// <summary>Computes a field by its expression, for one row.</summary>
internal sealed class ComputedResolver<T, TValue>(Func<IServiceProvider, LambdaExpression> computed) : IFieldResolver
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
            .Select(Expression.Lambda<Func<T, TValue>>(Members.BodyOf(computed(context.RequestServices!), row, Viewer.Of(context).Role), row))
            .FirstOrDefaultAsync(context.CancellationToken);
    }
}

/// <summary>Reads the rows that an expression finds, for one row.</summary>
internal sealed class RowsResolver<T, TRow>(Func<IServiceProvider, Expression<Func<T, IEnumerable<TRow>>>> rows) : IFieldResolver
    where T : class, IRow
    where TRow : class, IRow
{
    /// <inheritdoc />
    public async ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        var id = ((IRow)context.Source!).Id;
        var parents = context.RequestServices!.GetRequiredService<DbContext>().Set<T>().Where(row => row.Id == id);
        return await EntityReader.ListAsync(context, parents.SelectMany(rows(context.RequestServices!)));
    }
}

/// <summary>Makes them.</summary>
internal static class ComputedResolver
{
    private static readonly MethodInfo TypedOf = typeof(ComputedResolver).GetMethod(nameof(OfTyped), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo TypedRowsOf = typeof(ComputedResolver).GetMethod(nameof(RowsOfTyped), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>That of a field of a row.</summary>
    public static IFieldResolver Of(Type row, LambdaExpression computed) =>
        (IFieldResolver)TypedOf.MakeGenericMethod(row, computed.ReturnType).Invoke(null, [(IServiceProvider _) => computed])!;

    /// <summary>That of a field that another feature has added to a row.</summary>
    public static IFieldResolver Of(Type row, FieldExtension extension) => (IFieldResolver)(extension.IsList
        ? TypedRowsOf.MakeGenericMethod(row, Members.ElementOf(extension.Value)!)
        : TypedOf.MakeGenericMethod(row, extension.Value)).Invoke(null, [(Func<IServiceProvider, LambdaExpression>)extension.ExpressionFor])!;

    private static ComputedResolver<T, TValue> OfTyped<T, TValue>(Func<IServiceProvider, LambdaExpression> computed)
        where T : class, IRow => new(computed);

    private static RowsResolver<T, TRow> RowsOfTyped<T, TRow>(Func<IServiceProvider, LambdaExpression> rows)
        where T : class, IRow
        where TRow : class, IRow => new(services => Over<T, IEnumerable<TRow>>(rows(services)));

    // The expression may be declared on a base class of the row.
    private static Expression<Func<T, TValue>> Over<T, TValue>(LambdaExpression computed)
    {
        var row = Expression.Parameter(typeof(T), "row");
        return Expression.Lambda<Func<T, TValue>>(ReplacingExpressionVisitor.Replace(computed.Parameters[0], row, computed.Body), row);
    }
}
