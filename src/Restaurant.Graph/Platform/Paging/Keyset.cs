using System.Linq.Expressions;
using Restaurant.Graph.Platform.Reading.Sql;
using Restaurant.Graph.Platform.Sorting;

namespace Restaurant.Graph.Platform.Paging;

/// <summary>Order and seek by keys instead of an offset: page 1,000 costs what page 1 does, and rows that come and go shift nothing.</summary>
internal static class Keyset
{
    /// <summary>The rows of a page and one more, by which it is known whether there are more.</summary>
    /// <param name="rows">The rows of the whole list.</param>
    /// <param name="keys">The order.</param>
    /// <param name="page">The page; of its places only whether they have values counts, the values are those of the slots.</param>
    /// <param name="slots">Where the values come from.</param>
    public static IQueryable<T> Page<T>(this IQueryable<T> rows, IReadOnlyList<SortKey> keys, PageShape page, Slots slots)
    {
        if (page.After is { } after)
        {
            rows = rows.Beyond(keys, after, ahead: false, slots, static bindings => bindings.After!);
        }

        if (page.Before is { } before)
        {
            rows = rows.Beyond(keys, before, ahead: true, slots, static bindings => bindings.Before!);
        }

        var limit = slots.Add(typeof(int), static bindings => bindings.Limit);
        var ordered = rows.OrderBy(keys, page.FromEnd);
        return ordered.Provider.CreateQuery<T>(Expression.Call(typeof(Queryable), nameof(Queryable.Take), [typeof(T)], ordered.Expression, limit));
    }

    /// <summary>Puts rows in the order of keys, or in the reverse of it.</summary>
    public static IQueryable<T> OrderBy<T>(this IQueryable<T> rows, IReadOnlyList<SortKey> keys, bool reverse = false)
    {
        var row = Expression.Parameter(typeof(T), "row");
        return Ordered(rows, nameof(Queryable.OrderBy), keys, row, row, reverse);
    }

    /// <summary>The same for what is in some order already, and where what has the keys is a part of the item.</summary>
    public static IQueryable<T> ThenBy<T>(
        this IQueryable<T> items, IReadOnlyList<SortKey> keys, ParameterExpression item, Expression row, bool reverse = false) =>
        Ordered(items, nameof(Queryable.ThenBy), keys, item, row, reverse);

    private static IQueryable<T> Ordered<T>(
        IQueryable<T> items, string method, IReadOnlyList<SortKey> keys, ParameterExpression item, Expression row, bool reverse)
    {
        var query = items.Expression;
        foreach (var (value, descending) in keys.SelectMany(key => Columns(key, row)))
        {
            var direction = descending != reverse ? "Descending" : "";
            query = Expression.Call(
                typeof(Queryable), method + direction, [typeof(T), value.Type], query, Expression.Quote(Expression.Lambda(value, item)));
            method = nameof(Queryable.ThenBy);
        }

        return items.Provider.CreateQuery<T>(query);
    }

    private static IQueryable<T> Beyond<T>(
        this IQueryable<T> rows, IReadOnlyList<SortKey> keys, object?[] place, bool ahead, Slots slots, Func<Bindings, object?[]> read)
    {
        var row = Expression.Parameter(typeof(T), "row");
        var places = keys.SelectMany((key, index) => Compared(key, index, place[index], row, slots, read)).ToList();

        // From the last key to the first, so that each is compared twice, and not once for every key behind it.
        Expression? beyond = null;
        foreach (var (value, at, descending) in Enumerable.Reverse(places))
        {
            Expression step = Compare(value, at, greater: descending == ahead);
            beyond = beyond is null ? step : Expression.OrElse(step, Expression.AndAlso(Expression.Equal(value, at), beyond));
        }

        // What follows for the first key alone is what a database can seek in an index by.
        var (first, start, isDescending) = places[0];
        beyond = Expression.AndAlso(Compare(first, start, isDescending == ahead, orEqual: true), beyond!);

        return rows.Where(Expression.Lambda<Func<T, bool>>(beyond, row));
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

    private static IEnumerable<(Expression Value, Expression At, bool Descending)> Compared(
        SortKey key, int index, object? at, Expression row, Slots slots, Func<Bindings, object?[]> read)
    {
        var value = key.Of(row);
        if (key.IsNullable)
        {
            yield return (Presence(value), Expression.Constant(at is null ? 0 : 1), key.Descending);
        }

        yield return (
            value,
            at is null ? Expression.Constant(null, value.Type) : slots.Add(value.Type, bindings => read(bindings)[index]),
            key.Descending);
    }

    private static ConditionalExpression Presence(Expression value) => Expression.Condition(
        Expression.Equal(value, Expression.Constant(null, value.Type)), Expression.Constant(0), Expression.Constant(1));

    private static BinaryExpression Compare(Expression value, Expression at, bool greater, bool orEqual = false)
    {
        // Strings have no operators for their order.
        var (left, right) = value.Type == typeof(string)
            ? (Expression.Call(typeof(string), nameof(string.Compare), null, value, at), Expression.Constant(0))
            : (value, at);
        return (greater, orEqual) switch
        {
            (true, false) => Expression.GreaterThan(left, right),
            (true, true) => Expression.GreaterThanOrEqual(left, right),
            (false, false) => Expression.LessThan(left, right),
            _ => Expression.LessThanOrEqual(left, right),
        };
    }
}

/// <summary>What of a page decides about the SQL.</summary>
/// <param name="FromEnd">Whether it is taken from the end of the list.</param>
/// <param name="After">The place behind which it starts, if any.</param>
/// <param name="Before">The place ahead of which it ends, if any.</param>
internal sealed record PageShape(bool FromEnd, object?[]? After, object?[]? Before);
