namespace Restaurant.Graph.Platform.Mutations;

/// <summary>What a mutation comes to: its subject, or every fault that was found. With faults nothing is stored.</summary>
public sealed class Outcome<T>
    where T : class
{
    private Outcome(T? subject, IReadOnlyList<MutationError> errors) => (Subject, Errors) = (subject, errors);

    /// <summary>The row that was made or changed; null if there are errors.</summary>
    public T? Subject { get; }

    /// <summary>The faults; empty if there are none.</summary>
    public IReadOnlyList<MutationError> Errors { get; }

    /// <summary>It was done.</summary>
    public static implicit operator Outcome<T>(T subject) => new(subject, []);

    /// <summary>It was not done, for one reason.</summary>
    public static implicit operator Outcome<T>(MutationError error) => new(null, [error]);

    /// <summary>It was not done, for several reasons.</summary>
    public static implicit operator Outcome<T>(List<MutationError> errors) => new(null, errors);
}
