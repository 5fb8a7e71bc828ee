using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Dining;

/// <summary>Who comes when.</summary>
public abstract record ReservationInput
{
    /// <summary>The name of whoever reserves, from 1 to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>The number to call them by, from 1 to 30 characters.</summary>
    public string? Phone { get; init; }

    /// <summary>How many come, from 1 to 50.</summary>
    public required int PartySize { get; init; }

    /// <summary>When they come: one of the times that `availability` has.</summary>
    public required DateTimeOffset StartsAt { get; init; }
}

/// <summary>Who wants a table when.</summary>
public sealed record ReserveTableInput : ReservationInput;

/// <summary>Who wants a table when, and waits for one.</summary>
public sealed record JoinWaitlistInput : ReservationInput;

/// <summary>What whoever has reserved calls off.</summary>
public sealed record CancelReservationByCodeInput
{
    /// <summary>The code that came with the reservation.</summary>
    public required string ManageCode { get; init; }
}

/// <summary>Something that a person does with a reservation.</summary>
public abstract record ReservationActionInput
{
    /// <summary>The reservation.</summary>
    public required Id<Reservation> ReservationId { get; init; }

    /// <summary>The version of the reservation that the person has seen.</summary>
    public required int ExpectedVersion { get; init; }
}

/// <summary>What is called off.</summary>
public sealed record CancelReservationInput : ReservationActionInput;

/// <summary>Reservation on the waitlist that is to have a table.</summary>
public sealed record BookReservationInput : ReservationActionInput;

/// <summary>Who has not come.</summary>
public sealed record MarkNoShowInput : ReservationActionInput;

/// <summary>Who has come after all.</summary>
public sealed record UndoNoShowInput : ReservationActionInput;

/// <summary>Who has come.</summary>
public sealed record SeatReservationInput : ReservationActionInput
{
    /// <summary>The table; without it, the one that is kept.</summary>
    public Id<DiningTable>? TableId { get; init; }

    /// <summary>Whether they sit there although they are more than there are seats.</summary>
    public bool? Override { get; init; }
}
