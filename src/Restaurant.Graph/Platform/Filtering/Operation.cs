using System.Collections;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Reading.Sql;
using Restaurant.Graph.Platform.Relay;
using Restaurant.Graph.Platform.Sorting;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Platform.Filtering;

/// <summary>The operations of an operation input, on a value in the database.</summary>
/// <param name="slots">Where the operands come from.</param>
/// <param name="convert">What makes an operand comparable with the value; null if it is.</param>
internal sealed class Operation(Slots slots, Func<object, object>? convert)
{
    /// <summary>Where a key is meant, an operand is a global id and has to be one of the row's own type.</summary>
    public static Func<object, object>? KeyConversion(MemberExpression value)
    {
        if (!Members.IsKey(value.Member))
        {
            return null;
        }

        var expected = GraphNames.Of(value.Expression!.Type);
        return operand => GlobalId.KeyOf($"{operand}", expected);
    }

    /// <summary>All operations that are given.</summary>
    public Expression All(Expression value, Given operations) =>
        Given.All(operations.Fields.Select(operation => One(SortKey.Named(value), operation.Name, operation.Given)));

    private Expression One(Expression value, string operation, Given operand) => operation switch
    {
        "and" => Given.All(operand.Items.Select(inner => All(value, inner))),
        "or" => Given.Any(operand.Items.Select(inner => All(value, inner))),
        "eq" => Equals(value, operand),
        "in" => In(value, operand),
        "contains" or "startsWith" or "endsWith" => operand.Value is null ? Expression.Constant(true) : Text(value, operation, operand.Read),
        "gt" => Compared(Expression.GreaterThan, value, operand),
        "gte" => Compared(Expression.GreaterThanOrEqual, value, operand),
        "lt" => Compared(Expression.LessThan, value, operand),
        "lte" => Compared(Expression.LessThanOrEqual, value, operand),
        _ when operand.Value is null && operation is not ("neq" or "nin") => Expression.Constant(true),
        _ => Expression.Not(One(value, operation[1..], operand)),
    };

    // A comparison with null asks for nothing, as it does in HotChocolate.
    private Expression Compared(Func<Expression, Expression, Expression> comparison, Expression value, Given operand) =>
        operand.Value is null ? Expression.Constant(true) : comparison(value, Single(value, operand));

    // What can never be null is not equal to null either, whatever the default of its type is.
    private Expression Equals(Expression value, Given operand) => operand.Value switch
    {
        null when !MayBeNull(value.Type) => Expression.Constant(false),
        null => Expression.Equal(value, Expression.Constant(null, value.Type)),
        bool flag => Expression.Equal(value, Expression.Constant(flag, value.Type)),
        _ => Expression.Equal(value, Single(value, operand)),
    };

    // By position and not by LIKE, which takes wildcards and, in SQLite, ignores the case of some letters.
    private Expression Text(Expression value, string operation, Func<Bindings, object?> read)
    {
        var part = slots.Add(typeof(string), read);
        if (operation is "contains")
        {
            return Expression.GreaterThanOrEqual(Expression.Call(value, nameof(string.IndexOf), null, part), Expression.Constant(0));
        }

        if (operation is "startsWith")
        {
            return Expression.Equal(Expression.Call(value, nameof(string.IndexOf), null, part), Expression.Constant(0));
        }

        // Databases count characters, and a string of C# counts two for some of them.
        var length = slots.Add(typeof(int), bindings => ((string)read(bindings)!).EnumerateRunes().Count());
        return Expression.AndAlso(
            Expression.GreaterThanOrEqual(Expression.Property(value, nameof(string.Length)), length),
            Expression.Equal(
                Expression.Call(value, nameof(string.Substring), null, Expression.Subtract(Expression.Property(value, nameof(string.Length)), length)),
                part));
    }

    private Expression In(Expression value, Given operand)
    {
        var array = slots.Add(value.Type.MakeArrayType(), bindings => Items(operand.Read(bindings), value.Type));
        var isAmong = Expression.Call(
            typeof(Enumerable),
            nameof(Enumerable.Contains),
            [value.Type],
            Expression.Call(typeof(EF), nameof(EF.Parameter), [array.Type], array),
            value);
        return MayBeNull(value.Type) && operand.Value is IEnumerable items && items.Cast<object?>().Contains(null)
            ? Expression.OrElse(isAmong, Expression.Equal(value, Expression.Constant(null, value.Type)))
            : isAmong;
    }

    private Array Items(object? operand, Type type)
    {
        var items = ((operand as IEnumerable)?.Cast<object?>() ?? []).OfType<object>().Select(Converted).ToArray();
        var typed = Array.CreateInstance(type, items.Length);
        items.CopyTo(typed, 0);
        return typed;
    }

    private Expression Single(Expression value, Given operand) =>
        slots.Add(value.Type, bindings => Converted(operand.Read(bindings)!));

    private object Converted(object operand) =>
        convert is not null ? convert(operand) : operand is Enum constant ? StoredValue.Of(constant)! : operand;

    private static bool MayBeNull(Type type) => !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;
}
