using Restaurant.Graph.Platform.Mutations;

namespace Restaurant.Graph.Dining;

/// <summary>The address has begun too many visits without a table, or made too many reservations. Try again at `retryAt`, or ask the staff.</summary>
public sealed record AddressLimitError : MutationError
{
    /// <summary>How many the address may make at once.</summary>
    public required int Limit { get; init; }

    /// <summary>When to try again.</summary>
    public required DateTimeOffset RetryAt { get; init; }

    internal static AddressLimitError Of(int limit, string what, TimeSpan period, DateTimeOffset retryAt) => new()
    {
        Message = FormattableString.Invariant($"An address has at most {limit} {what} in {period.TotalMinutes:0.#} minutes. Try again at retryAt, or ask the staff."),
        Path = InputPath.Whole,
        Limit = limit,
        RetryAt = retryAt,
    };
}

/// <summary>The address has as many open reservations as it may have. Cancel one of them, or ask the staff to reserve.</summary>
public sealed record TooManyReservationsError : MutationError
{
    /// <summary>How many open reservations an address may have.</summary>
    public required int MaxReservations { get; init; }

    internal static TooManyReservationsError Of(int max) => new()
    {
        Message = $"An address has at most {max} open reservations. Cancel one of them, or ask the staff to reserve.",
        Path = InputPath.Whole,
        MaxReservations = max,
    };
}

/// <summary>The tables that can be reserved without the staff are taken at that time. Join the waitlist, from which the staff can book, or ask the staff to reserve.</summary>
public sealed record StaffConfirmationRequiredError : MutationError
{
    /// <summary>How many tables can be reserved at a time without the staff.</summary>
    public required int MaxTables { get; init; }

    internal static StaffConfirmationRequiredError Of(int maxTables) => new()
    {
        Message = $"At most {maxTables} tables are reserved at a time without the staff, and they are taken. Join the waitlist, or ask the staff to reserve.",
        Path = InputPath.Of(nameof(ReservationInput.StartsAt)),
        MaxTables = maxTables,
    };
}
