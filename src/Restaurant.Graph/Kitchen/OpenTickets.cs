namespace Restaurant.Graph.Kitchen;

/// <summary>Which tickets a station is not done with.</summary>
internal static class OpenTickets
{
    /// <summary>Those that wait for a cook, and those that one is making.</summary>
    public static IQueryable<Ticket> ToBeMade(this IQueryable<Ticket> tickets) =>
        tickets.Where(ticket => ticket.Status == TicketStatus.Queued || ticket.Status == TicketStatus.InPreparation);
}
