namespace Restaurant.Graph.Kitchen;

/// <summary>
/// Work that waits at a station: the sum over its queued tickets, kept in the transaction that changes them. Placing an order reads this row and not
/// the tickets, however many are open.
/// </summary>
internal sealed class StationLoad
{
    /// <summary>The key of the station, which is the key of this row.</summary>
    public required long StationId { get; init; }

    /// <summary>The sum of <see cref="Ticket.WorkMinutes"/> over the queued tickets.</summary>
    public long QueuedMinutes { get; private set; }

    /// <summary>Adds a ticket that comes to the station, and subtracts a ticket that leaves the queue.</summary>
    public void Apply(TicketChanged change)
    {
        var before = change.PreviousStatus is TicketStatus.Queued ? change.Ticket.WorkMinutes : 0;
        var after = change.Status is TicketStatus.Queued ? change.Ticket.WorkMinutes : 0;
        QueuedMinutes += after - before;
    }
}
