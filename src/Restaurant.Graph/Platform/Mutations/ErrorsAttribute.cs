namespace Restaurant.Graph.Platform.Mutations;

/// <summary>The kinds of error that a mutation can answer with; they make up the union of its payload.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class ErrorsAttribute(params Type[] types) : Attribute
{
    /// <summary>The kinds, each a <see cref="MutationError"/>.</summary>
    public IReadOnlyList<Type> Types { get; } = types;
}
