using System.Linq.Expressions;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Sorting;

namespace Restaurant.Graph.Platform.Paging;

/// <summary>Order and seek by keys instead of an offset: page 1,000 costs what page 1 does, and rows that come and go shift nothing.</summary>
internal static class Keyset
{
    /// <summary>Puts rows in the order of keys, or in the reverse of it.</summary>
    public static IQueryable<T> OrderBy<T>(this IQueryable<T> rows, IReadOnlyList<SortKey> keys, bool reverse)
    {
        var row = Expression.Parameter(typeof(T), "row");
        var query = rows.Expression;
        var method = nameof(Queryable.OrderBy);
        foreach (var (value, descending) in keys.SelectMany(key => Columns(key, row)))
        {
            var direction = descending != reverse ? "Descending" : "";
            query = Expression.Call(
                typeof(Queryable), method + direction, [typeof(T), value.Type], query, Expression.Quote(Expression.Lambda(value, row)));
            method = nameof(Queryable.ThenBy);
        }

        return rows.Provider.CreateQuery<T>(query);
    }

    /// <summary>The rows behind a place in the order, or ahead of it.</summary>
    public static IQueryable<T> Beyond<T>(this IQueryable<T> rows, IReadOnlyList<SortKey> keys, object?[] place, bool ahead)
    {
        var row = Expression.Parameter(typeof(T), "row");
        Expression? beyond = null;
        Expression? equal = null;
        foreach (var (value, at, descending) in keys.Zip(place).SelectMany(pair => Compared(pair.First, pair.Second, row)))
        {
            var step = Compare(value, at, greater: descending == ahead);
            var branch = equal is null ? step : Expression.AndAlso(equal, step);
            beyond = beyond is null ? branch : Expression.OrElse(beyond, branch);
            var same = Expression.Equal(value, at);
            equal = equal is null ? same : Expression.AndAlso(equal, same);
        }

        return rows.Where(Expression.Lambda<Func<T, bool>>(beyond!, row));
    }

    private static IEnumerable<(Expression Value, bool Descending)> Columns(SortKey key, Expression row)
    {
        var value = key.Of(row);
        if (key.IsNullable)
        {
            yield return (Presence(value), key.Descending);
        }

        yield return (value, key.Descending);
    }

    private static IEnumerable<(Expression Value, Expression At, bool Descending)> Compared(SortKey key, object? at, Expression row)
    {
        var value = key.Of(row);
        if (key.IsNullable)
        {
            yield return (Presence(value), Expression.Constant(at is null ? 0 : 1), key.Descending);
        }

        yield return (value, Parameter.Of(at, value.Type), key.Descending);
    }

    private static ConditionalExpression Presence(Expression value) => Expression.Condition(
        Expression.Equal(value, Expression.Constant(null, value.Type)), Expression.Constant(0), Expression.Constant(1));

    private static BinaryExpression Compare(Expression value, Expression at, bool greater)
    {
        if (value.Type == typeof(string))
        {
            var sign = Expression.Call(typeof(string), nameof(string.Compare), null, value, at);
            return greater ? Expression.GreaterThan(sign, Expression.Constant(0)) : Expression.LessThan(sign, Expression.Constant(0));
        }

        return greater ? Expression.GreaterThan(value, at) : Expression.LessThan(value, at);
    }
}
