using System.Linq.Expressions;

namespace Restaurant.Graph.Platform.Reading;

/// <summary>A value in an expression that becomes a parameter of the SQL, never a literal in it.</summary>
internal static class Parameter
{
    /// <summary>The value as a captured member, which is what EF Core makes parameters of.</summary>
    public static Expression Of(object? value, Type type) => Expression.Property(
        Expression.Constant(Activator.CreateInstance(typeof(Captured<>).MakeGenericType(type), value)),
        nameof(Captured<>.Value));

    private sealed record Captured<T>(T Value);
}
