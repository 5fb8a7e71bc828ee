namespace Restaurant.Graph.Platform.Composition;

/// <summary>
/// The public static methods of this class are fields of the type of a row that does not know of them. Each takes the services that it needs and
/// returns an expression over the row that EF Core can translate: a value, or other rows.
/// </summary>
/// <param name="type">The type of the row.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ExtendObjectTypeAttribute(Type type) : Attribute
{
    /// <summary>The type of the row.</summary>
    public Type Type { get; } = type;
}
