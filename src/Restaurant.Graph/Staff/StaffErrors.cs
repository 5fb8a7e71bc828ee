using Restaurant.Graph.Platform.Mutations;

namespace Restaurant.Graph.Staff;

/// <summary>Nobody works here who has this name and this secret.</summary>
public sealed record WrongNameOrSecretError : MutationError
{
    internal static WrongNameOrSecretError Of() => new() { Message = "Nobody works here who has this name and this secret.", Path = InputPath.Whole };
}

/// <summary>
/// Too many sign-ins have failed under this name or from this address, whether or not the name exists. A device that has signed in before has
/// attempts of its own: send its `deviceToken`.
/// </summary>
public sealed record SignInLockedError : MutationError
{
    /// <summary>When to try again.</summary>
    public required DateTimeOffset LockedUntil { get; init; }

    internal static SignInLockedError Of(DateTimeOffset until) => new()
    {
        Message = "Too many sign-ins have failed under this name or from this address. Try again at lockedUntil, or from a device that has signed in before.",
        Path = InputPath.Of(nameof(SignInInput.Name)),
        LockedUntil = until,
    };
}
