using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Mutations;

namespace Restaurant.Graph.Dining;

/// <summary>No reservation has this id, or this code.</summary>
public sealed record ReservationNotFoundError : MutationError
{
    internal static ReservationNotFoundError Of(string path = "reservationId") => new() { Message = "There is no such reservation.", Path = InputPath.Of(path) };
}

/// <summary>The reservation is in a state in which this cannot be done with it, or is not for now.</summary>
public sealed record ReservationActionNotAllowedError : MutationError
{
    /// <summary>What was to be done.</summary>
    public required ReservationAction Action { get; init; }

    /// <summary>Where the reservation stands.</summary>
    public required ReservationStatus Status { get; init; }

    internal static ReservationActionNotAllowedError At(string path, ReservationAction action, ReservationStatus status) => Of(
        action,
        status,
        $"{GraphNames.Constant(action.ToString())} is not possible with a reservation that is {GraphNames.Constant(status.ToString())}.",
        path);

    internal static ReservationActionNotAllowedError Of(ReservationAction action, ReservationStatus status, string message, string path = "reservationId") => new()
    {
        Message = message,
        Path = InputPath.Of(path),
        Action = action,
        Status = status,
    };
}

/// <summary>The name, the phone number or the address is missing or too long.</summary>
public sealed record InvalidContactError : MutationError
{
    /// <summary>The most characters there may be.</summary>
    public required int MaxLength { get; init; }

    internal static InvalidContactError? For(string? text, bool isNeeded, string path, int maxLength) =>
        (text is null ? !isNeeded : !string.IsNullOrWhiteSpace(text) && text.Length <= maxLength)
            ? null
            : new() { Message = $"This has to have 1 to {maxLength} characters.", Path = InputPath.Of(path), MaxLength = maxLength };
}

/// <summary>No party can come at that time: it is over, too far ahead, not at a quarter of an hour, or the restaurant is closed. See `availability`.</summary>
public sealed record ReservationTimeNotOfferedError : MutationError
{
    internal static ReservationTimeNotOfferedError Of() => new()
    {
        Message = "Nothing can be reserved for this time: it is over, too far ahead, not at a quarter of an hour, or the restaurant is closed then.",
        Path = InputPath.Of(nameof(ReservationInput.StartsAt)),
    };
}

/// <summary>No table where the party fits is free at that time, or parties that wait go before. It can be put on the waitlist.</summary>
public sealed record NoTableFreeError : MutationError
{
    internal static NoTableFreeError Of(string path = nameof(ReservationInput.StartsAt)) => new()
    {
        Message = "No table where the party fits is free at this time.",
        Path = InputPath.Of(path),
    };
}
