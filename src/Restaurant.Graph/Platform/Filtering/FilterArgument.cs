using System.Linq.Expressions;
using GraphQL;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Reading;

namespace Restaurant.Graph.Platform.Filtering;

/// <summary>The <c>where</c> argument as a condition in the database.</summary>
internal sealed class FilterArgument(Money.Currency currency)
{
    /// <summary>Keeps the rows for which it holds.</summary>
    public static IQueryable<T> Apply<T>(IResolveFieldContext context, IQueryable<T> rows)
    {
        if (context.GetArgument<IDictionary<string, object?>?>("where") is not { Count: > 0 } filter)
        {
            return rows;
        }

        var row = Expression.Parameter(typeof(T), "row");
        var argument = new FilterArgument(context.RequestServices!.GetRequiredService<Money.Currency>());
        return rows.Where(Expression.Lambda<Func<T, bool>>(argument.Row(row, filter), row));
    }

    private Expression Row(Expression row, IDictionary<string, object?> filter) => All(filter.Select(condition => condition switch
    {
        ("and", var parts) => All(Parts(parts).Select(part => Row(row, part))),
        ("or", var parts) => Any(Parts(parts).Select(part => Row(row, part))),
        (var name, IDictionary<string, object?> inner) => Member(row, name, inner),
        _ => Expression.Constant(true),
    }));

    private Expression Member(Expression row, string name, IDictionary<string, object?> inner)
    {
        if (row.Type == typeof(Money.Money) && string.Equals(name, Money.MoneyType.Amount, StringComparison.Ordinal))
        {
            return Operation.All(Units(row), Scaled(inner));
        }

        var property = row.Type.GetProperty(GraphNames.Pascal(name))!;
        var value = Expression.Property(row, property);
        if (Members.ElementOf(property) is { } element)
        {
            return List(value, element, inner, Members.IsNavigation(property));
        }

        return Members.IsNavigation(property) || property.PropertyType == typeof(Money.Money)
            ? Row(value, inner)
            : Operation.All(value, inner);
    }

    private Expression List(Expression list, Type element, IDictionary<string, object?> filter, bool areRows)
    {
        return All(filter.Select(condition => condition switch
        {
            ("any", true) => Quantified(nameof(Enumerable.Any)),
            ("any", false) => Expression.Not(Quantified(nameof(Enumerable.Any))),
            ("all", IDictionary<string, object?> item) => Quantified(nameof(Enumerable.All), Item(item)),
            ("some", IDictionary<string, object?> item) => Quantified(nameof(Enumerable.Any), Item(item)),
            ("none", IDictionary<string, object?> item) => Expression.Not(Quantified(nameof(Enumerable.Any), Item(item))),
            _ => Expression.Constant(true),
        }));

        Expression Quantified(string quantifier, params Expression[] item) =>
            Expression.Call(typeof(Enumerable), quantifier, [element], [list, .. item]);

        LambdaExpression Item(IDictionary<string, object?> conditions)
        {
            var item = Expression.Parameter(element, "item");
            return Expression.Lambda(areRows ? Row(item, conditions) : Operation.All(item, conditions), item);
        }
    }

    // An amount may have more decimals than the currency, so minor units are compared with it as numbers that may have them too.
    private static UnaryExpression Units(Expression money) =>
        Expression.Convert(Expression.Property(money, nameof(Money.Money.MinorUnits)), typeof(double));

    private Dictionary<string, object?> Scaled(IDictionary<string, object?> operations) => operations.ToDictionary(
        operation => operation.Key,
        operation => operation.Value switch
        {
            decimal amount => (double)(amount * currency.Scale),
            IEnumerable<object> amounts => amounts.OfType<decimal>().Select(amount => (object)(double)(amount * currency.Scale)).ToList(),
            var other => other,
        },
        StringComparer.Ordinal);

    private static Expression All(IEnumerable<Expression> parts) =>
        parts.DefaultIfEmpty(Expression.Constant(true)).Aggregate(Expression.AndAlso);

    private static Expression Any(IEnumerable<Expression> parts) =>
        parts.DefaultIfEmpty(Expression.Constant(true)).Aggregate(Expression.OrElse);

    private static IEnumerable<IDictionary<string, object?>> Parts(object? parts) =>
        (parts as IEnumerable<object>)?.OfType<IDictionary<string, object?>>() ?? [];
}
