using System.Linq.Expressions;
using System.Reflection;

namespace Restaurant.Graph.Platform.Sorting;

/// <summary>One key of an order: a path of properties from the row to a value.</summary>
internal sealed record SortKey(IReadOnlyList<PropertyInfo> Path, bool Descending)
{
    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>Whether a row may lack the value. Such rows count as the smallest, whatever the database thinks of null.</summary>
    public bool IsNullable { get; } = Path.Any(property =>
    {
        lock (Nullability)
        {
            return Nullability.Create(property).ReadState == NullabilityState.Nullable;
        }
    });

    /// <summary>How the key is written into a cursor, so that a cursor of another order is known.</summary>
    public string Signature => (Descending ? "-" : "") + string.Join('.', Path.Select(property => property.Name));

    /// <summary>The navigations that lead to the value, as a path to include; empty where it is the row's own.</summary>
    public string Navigation => string.Join('.', Path.SkipLast(1).Where(Reading.Members.IsNavigation).Select(property => property.Name));

    /// <summary>The value as the database compares it.</summary>
    public Expression Of(Expression row) => Comparable(Path.Aggregate(row, Expression.Property));

    /// <summary>The value of a row that was read, as <see cref="Of"/> would give it.</summary>
    public object? Read(object row) => Path.Aggregate((object?)row, static (value, property) => value is null ? null : property.GetValue(value)) switch
    {
        bool flag => flag ? 1 : 0,
        Enum constant => Composition.GraphNames.Constant(constant.ToString()),
        var value => value,
    };

    // Enums are stored by name and booleans have no order of their own in C#, so both are compared as what the column holds.
    private static Expression Comparable(Expression value) => (Nullable.GetUnderlyingType(value.Type) ?? value.Type) switch
    {
        { IsEnum: true } => Expression.Convert(Expression.Convert(value, typeof(object)), typeof(string)),
        var type when type == typeof(bool) => Expression.Condition(
            Expression.Equal(value, Expression.Constant(true, value.Type)), Expression.Constant(1), Expression.Constant(0)),
        _ => value,
    };
}
