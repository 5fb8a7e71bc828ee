using System.Collections;
using System.Linq.Expressions;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Platform.Filtering;

/// <summary>The operations of an operation input, on a value in the database.</summary>
internal static class Operation
{
    /// <summary>All operations that are given.</summary>
    public static Expression All(Expression value, IDictionary<string, object?> operations) => operations
        .Select(operation => One(value, operation.Key, operation.Value))
        .DefaultIfEmpty(Expression.Constant(true))
        .Aggregate(Expression.AndAlso);

    private static Expression One(Expression value, string operation, object? operand) => operation switch
    {
        "and" => Nested(value, operand).DefaultIfEmpty(Expression.Constant(true)).Aggregate(Expression.AndAlso),
        "or" => Nested(value, operand).DefaultIfEmpty(Expression.Constant(true)).Aggregate(Expression.OrElse),
        "eq" => Expression.Equal(value, Single(operand, value)),
        "in" => In(value, operand),
        "contains" or "startsWith" or "endsWith" => operand is null
            ? Expression.Constant(true)
            : Expression.Call(value, char.ToUpperInvariant(operation[0]) + operation[1..], null, Single(operand, value)),
        "gt" => Compared(Expression.GreaterThan, value, operand),
        "gte" => Compared(Expression.GreaterThanOrEqual, value, operand),
        "lt" => Compared(Expression.LessThan, value, operand),
        "lte" => Compared(Expression.LessThanOrEqual, value, operand),
        _ when operand is null && operation is not ("neq" or "nin") => Expression.Constant(true),
        _ => Expression.Not(One(value, operation[1..], operand)),
    };

    // A comparison with null asks for nothing, as it does in HotChocolate.
    private static Expression Compared(Func<Expression, Expression, Expression> comparison, Expression value, object? operand) =>
        operand is null ? Expression.Constant(true) : comparison(value, Single(operand, value));

    private static IEnumerable<Expression> Nested(Expression value, object? operand) =>
        (operand as IEnumerable<object>)?.OfType<IDictionary<string, object?>>().Select(inner => All(value, inner)) ?? [];

    private static MethodCallExpression In(Expression value, object? operand)
    {
        var items = ((operand as IEnumerable)?.Cast<object?>() ?? []).Select(item => Converted(item, value)).ToArray();
        var typed = Array.CreateInstance(value.Type, items.Length);
        items.CopyTo(typed, 0);
        return Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [value.Type], Parameter.Of(typed, typed.GetType()), value);
    }

    private static Expression Single(object? operand, Expression value) => Parameter.Of(Converted(operand, value), value.Type);

    // A string where a key is meant is a global id, and has to be one of the row's own type.
    private static object? Converted(object? operand, Expression value)
    {
        if (operand is not string text || value.Type != typeof(long))
        {
            return operand;
        }

        var expected = GraphNames.Of(((MemberExpression)value).Expression!.Type);
        return !GlobalId.TryParse(text, out var id) ? throw InvalidIdError.Garbage(text)
            : !string.Equals(id.TypeName, expected, StringComparison.Ordinal) ? throw InvalidIdError.WrongType(id, expected)
            : id.Key;
    }
}
