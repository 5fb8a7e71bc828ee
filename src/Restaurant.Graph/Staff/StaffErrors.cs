using Restaurant.Graph.Platform.Mutations;

namespace Restaurant.Graph.Staff;

/// <summary>Nobody works here who has this name and this secret.</summary>
public sealed record WrongNameOrSecretError : MutationError
{
    internal static WrongNameOrSecretError Of() => new() { Message = "Nobody works here who has this name and this secret.", Path = InputPath.Whole };
}

/// <summary>A wrong secret was given too often: for a while nobody signs in under this name.</summary>
public sealed record SignInLockedError : MutationError
{
    /// <summary>Until when.</summary>
    public required DateTimeOffset LockedUntil { get; init; }

    internal static SignInLockedError Of(DateTimeOffset until) => new()
    {
        Message = "A wrong secret was given too often. Try again later.",
        Path = InputPath.Of(nameof(SignInInput.Name)),
        LockedUntil = until,
    };
}
