using System.Linq.Expressions;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Money;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Reading.Sql;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Platform.Filtering;

/// <summary>The <c>where</c> argument as a condition in the database.</summary>
internal sealed class FilterArgument(Slots slots, Visibility visibility, Currency currency)
{
    /// <summary>The name of the argument.</summary>
    public const string Name = "where";

    /// <summary>Keeps the rows for which it holds.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="argument">The argument: a condition of this very shape, whose values may change while it is used again.</param>
    /// <param name="slots">Where the values come from.</param>
    /// <param name="visibility">Which rows may be seen, and so asked about.</param>
    /// <param name="currency">The currency of amounts.</param>
    public static IQueryable<T> Apply<T>(IQueryable<T> rows, object? argument, Slots slots, Visibility visibility, Currency currency)
    {
        if (argument is not IDictionary<string, object?> { Count: > 0 } filter)
        {
            return rows;
        }

        var row = Expression.Parameter(typeof(T), "row");
        var condition = new FilterArgument(slots, visibility, currency).Row(row, new Given(filter, static bindings => bindings.Argument(Name)));
        return rows.Where(Expression.Lambda<Func<T, bool>>(condition, row));
    }

    private Expression Row(Expression row, Given filter) => Given.All(filter.Fields.Select(condition => condition.Name switch
    {
        "and" => Given.All(condition.Given.Items.Select(part => Row(row, part))),
        "or" => Given.Any(condition.Given.Items.Select(part => Row(row, part))),
        _ when condition.Given.Value is null => Expression.Constant(true),
        var name => Member(row, name, condition.Given),
    }));

    private Expression Member(Expression row, string name, Given inner)
    {
        if (row.Type == typeof(Money.Money) && string.Equals(name, MoneyType.Amount, StringComparison.Ordinal))
        {
            // An amount may have more decimals than the currency, so minor units are compared with it as numbers that may have them too.
            var units = Expression.Convert(Expression.Property(row, nameof(Money.Money.MinorUnits)), typeof(double));
            return new Operation(slots, Scaled).All(units, inner);
        }

        var property = row.Type.GetProperty(GraphNames.Pascal(name))!;
        var value = Expression.Property(row, property);
        if (Members.ElementOf(property) is { } element)
        {
            return List(Members.IsNavigation(property) ? Visible(value, element) : value, element, inner, Members.IsNavigation(property));
        }

        if (Members.IsNavigation(property))
        {
            return visibility.On(value) is { } isVisible ? Expression.AndAlso(isVisible, Row(value, inner)) : Row(value, inner);
        }

        return property.PropertyType == typeof(Money.Money)
            ? Row(value, inner)
            : new Operation(slots, Operation.KeyConversion(value)).All(value, inner);
    }

    private Expression Visible(Expression list, Type element)
    {
        var item = Expression.Parameter(element, "item");
        return visibility.On(item) is { } isVisible
            ? Expression.Call(typeof(Enumerable), nameof(Enumerable.Where), [element], list, Expression.Lambda(isVisible, item))
            : list;
    }

    // Exactly where it can be, which is where there may be such an amount at all.
    private object Scaled(object amount) =>
        (decimal)amount is > -1e20m and < 1e20m and var exact ? (double)(exact * currency.Scale) : (double)(decimal)amount * currency.Scale;

    private Expression List(Expression list, Type element, Given filter, bool areRows)
    {
        return Given.All(filter.Fields.Select(condition => (condition.Name, condition.Given.Value) switch
        {
            (_, null) => Expression.Constant(true),
            ("any", true) => Quantified(nameof(Enumerable.Any)),
            ("any", _) => Expression.Not(Quantified(nameof(Enumerable.Any))),
            ("all", _) => Quantified(nameof(Enumerable.All), Item(condition.Given)),
            ("some", _) => Quantified(nameof(Enumerable.Any), Item(condition.Given)),
            _ => Expression.Not(Quantified(nameof(Enumerable.Any), Item(condition.Given))),
        }));

        Expression Quantified(string quantifier, params Expression[] item) =>
            Expression.Call(typeof(Enumerable), quantifier, [element], [list, .. item]);

        LambdaExpression Item(Given conditions)
        {
            var item = Expression.Parameter(element, "item");
            return Expression.Lambda(areRows ? Row(item, conditions) : new Operation(slots, null).All(item, conditions), item);
        }
    }
}
