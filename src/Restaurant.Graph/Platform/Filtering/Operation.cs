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
        "eq" => Equals(value, operand),
        "in" => In(value, operand),
        "contains" or "startsWith" or "endsWith" => operand is string text ? Text(value, operation, text) : Expression.Constant(true),
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

    // What can never be null is not equal to null either, whatever the default of its type is.
    private static Expression Equals(Expression value, object? operand) => operand is null && !MayBeNull(value.Type)
        ? Expression.Constant(false)
        : Expression.Equal(value, Single(operand, value));

    // By position and not by LIKE, which takes wildcards and, in SQLite, ignores the case of some letters.
    private static Expression Text(Expression value, string operation, string text)
    {
        var part = Parameter.Of(text, typeof(string));

        // Databases count characters, and a string of C# counts two for some of them.
        var length = Parameter.Of(text.EnumerateRunes().Count(), typeof(int));
        return operation switch
        {
            "contains" => Expression.Call(value, nameof(string.Contains), null, part),
            "startsWith" => Expression.Equal(Expression.Call(value, nameof(string.IndexOf), null, part), Expression.Constant(0)),
            _ => Expression.AndAlso(
                Expression.GreaterThanOrEqual(Expression.Property(value, nameof(string.Length)), length),
                Expression.Equal(
                    Expression.Call(value, nameof(string.Substring), null, Expression.Subtract(Expression.Property(value, nameof(string.Length)), length)),
                    part)),
        };
    }

    private static MethodCallExpression In(Expression value, object? operand)
    {
        var items = ((operand as IEnumerable)?.Cast<object?>() ?? [])
            .Where(item => item is not null || MayBeNull(value.Type))
            .Select(item => Converted(item, value))
            .ToArray();
        var typed = Array.CreateInstance(value.Type, items.Length);
        items.CopyTo(typed, 0);
        return Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [value.Type], Parameter.Of(typed, typed.GetType()), value);
    }

    private static bool MayBeNull(Type type) => !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;

    private static Expression Single(object? operand, Expression value) => Parameter.Of(Converted(operand, value), value.Type);

    // Where a key is meant, an operand is a global id and has to be one of the row's own type.
    private static object? Converted(object? operand, Expression value)
    {
        if (operand is null || value is not MemberExpression member || !Members.IsKey(member.Member))
        {
            return operand;
        }

        var expected = GraphNames.Of(member.Expression!.Type);
        return !GlobalId.TryParse($"{operand}", out var id) ? throw InvalidIdError.Garbage($"{operand}")
            : !string.Equals(id.TypeName, expected, StringComparison.Ordinal) ? throw InvalidIdError.WrongType(id, expected)
            : id.Key;
    }
}
