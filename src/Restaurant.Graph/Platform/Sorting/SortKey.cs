using System.Linq.Expressions;
using System.Reflection;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Security;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Platform.Sorting;

/// <summary>One key of an order: a path of properties from the row to a value.</summary>
internal sealed record SortKey(IReadOnlyList<PropertyInfo> Path, bool Descending)
{
    private static readonly NullabilityInfoContext Nullability = new();

    private readonly bool _mayBeNull = Path.Any(static property =>
    {
        lock (Nullability)
        {
            return Nullability.Create(property).ReadState == NullabilityState.Nullable;
        }
    });

    /// <summary>Which rows may be seen; null: all.</summary>
    public Visibility? Visibility { get; init; }

    /// <summary>Whether a row may lack the value. Such rows count as the smallest, whatever the database thinks of null.</summary>
    public bool IsNullable => _mayBeNull || VisibilityOn(Expression.Parameter(Path[0].DeclaringType!)) is not null;

    /// <summary>How the key is written into a cursor, so that a cursor of another order is known.</summary>
    public string Signature => (Descending ? "-" : "") + string.Join('.', Path.Select(property => property.Name));

    /// <summary>The type of the value as the database compares it.</summary>
    public Type Type => Of(Expression.Parameter(Path[0].DeclaringType!)).Type;

    /// <summary>The value as the database compares it.</summary>
    public Expression Of(Expression row) => Comparable(Value(row));

    /// <summary>The value as it is read, boxed.</summary>
    public Expression Boxed(Expression row) => Expression.Convert(Value(row), typeof(object));

    /// <summary>A value that was read, as <see cref="Of"/> would give it, in the form that the store has it in.</summary>
    public static object? Comparable(object? value) => StoredValue.Of(value);

    /// <summary>A value, or, where it is an enum, which is stored by name, that name.</summary>
    public static Expression Named(Expression value) => (Nullable.GetUnderlyingType(value.Type) ?? value.Type).IsEnum
        ? Expression.Convert(Expression.Convert(value, typeof(object)), typeof(string))
        : value;

    /// <summary>The value as it is stored; that of a row that may not be seen is null.</summary>
    public Expression Value(Expression row)
    {
        var value = Path.Aggregate(row, Expression.Property);
        if (IsNullable && value.Type.IsValueType && Nullable.GetUnderlyingType(value.Type) is null)
        {
            value = Expression.Convert(value, typeof(Nullable<>).MakeGenericType(value.Type));
        }

        return VisibilityOn(row) is { } isVisible ? Expression.Condition(isVisible, value, Expression.Constant(null, value.Type)) : value;
    }

    // The condition under which all rows on the path may be seen; null if they always may.
    private Expression? VisibilityOn(Expression row)
    {
        Expression? visible = null;
        foreach (var property in Path.Where(Members.IsNavigation))
        {
            row = Expression.Property(row, property);
            if (Visibility?.On(row) is { } condition)
            {
                visible = visible is null ? condition : Expression.AndAlso(visible, condition);
            }
        }

        return visible;
    }

    // Booleans have no order of their own in C#, so they are compared as what the column holds.
    private static Expression Comparable(Expression value) => (Nullable.GetUnderlyingType(value.Type) ?? value.Type) == typeof(bool)
        ? Expression.Condition(Expression.Equal(value, Expression.Constant(true, value.Type)), Expression.Constant(1), Expression.Constant(0))
        : Named(value);
}
