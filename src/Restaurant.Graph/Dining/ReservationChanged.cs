using Restaurant.Graph.Platform.Events;

namespace Restaurant.Graph.Dining;

/// <summary>A reservation has changed.</summary>
public sealed class ReservationChanged : Event
{
    /// <summary>The reservation as it is when the message is delivered, which may be later than this event.</summary>
    public required Reservation Reservation { get; init; }

    /// <summary>The key of <see cref="Reservation"/>.</summary>
    public long ReservationId { get; private set; }

    /// <summary>The status that the reservation had after this event.</summary>
    public required ReservationStatus Status { get; init; }

    /// <summary>The status before; null where the reservation was new.</summary>
    public ReservationStatus? PreviousStatus { get; init; }
}
