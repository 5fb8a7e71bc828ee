using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Events;

namespace Restaurant.Graph.Kitchen;

/// <summary>A ticket has changed.</summary>
public sealed class TicketChanged : Event
{
    /// <summary>The ticket as it is when the message is delivered, which may be later than this event.</summary>
    public required Ticket Ticket { get; init; }

    /// <summary>The key of <see cref="Ticket"/>.</summary>
    public long TicketId { get; private set; }

    /// <summary>The station it hangs at.</summary>
    public required Station Station { get; init; }

    /// <summary>The key of <see cref="Station"/>.</summary>
    public long StationId { get; private set; }

    /// <summary>The status that the ticket had after this event.</summary>
    public required TicketStatus Status { get; init; }

    /// <summary>The status before; the same where lines of it were called off or kept back, its guests are allergic to more, or it is brought to another table or party, null where the ticket was new.</summary>
    public TicketStatus? PreviousStatus { get; init; }
}
