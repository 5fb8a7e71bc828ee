namespace Restaurant.Graph.Platform.Mutations;

/// <summary>It has changed since it was seen. Look at it again, and decide again.</summary>
public sealed record VersionConflictError : MutationError
{
    /// <summary>The version that it has now.</summary>
    public required int CurrentVersion { get; init; }

    /// <summary>The error about an input's <c>expectedVersion</c>.</summary>
    public static VersionConflictError Of(int current) => new()
    {
        Message = $"It has changed since it was seen: its version is {current} now.",
        Path = InputPath.Of("expectedVersion"),
        CurrentVersion = current,
    };
}
