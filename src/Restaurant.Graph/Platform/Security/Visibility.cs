using System.Linq.Expressions;

namespace Restaurant.Graph.Platform.Security;

/// <summary>Which rows of one type may be seen. The condition is in every statement that touches the type.</summary>
/// <param name="row">The type.</param>
/// <param name="condition">The condition, which EF Core has to be able to translate.</param>
public class Visibility(Type row, LambdaExpression condition)
{
    /// <summary>The type.</summary>
    public Type Row { get; } = row;

    /// <summary>The condition.</summary>
    public LambdaExpression Condition { get; } = condition;

    /// <summary>Declares that only some rows of a type may be seen.</summary>
    public static Visibility Of<T>(Expression<Func<T, bool>> condition) => new(typeof(T), condition);
}
