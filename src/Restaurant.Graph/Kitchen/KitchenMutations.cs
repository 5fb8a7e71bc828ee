using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Orders;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Mutations;

namespace Restaurant.Graph.Kitchen;

/// <summary>What cooks do with tickets.</summary>
[MutationType]
public static class KitchenMutations
{
    /// <summary>Begins to make a ticket.</summary>
    [Errors(typeof(TicketNotFoundError), typeof(TicketActionNotAllowedError))]
    public static async Task<Outcome<Ticket>> StartTicket(
        StartTicketInput input, RestaurantDb db, TimeProvider time, CancellationToken cancellationToken) =>
        await FindAsync(db, input.TicketId.Key, cancellationToken) is { } ticket ? ticket.Start(time.GetUtcNow()) : TicketNotFoundError.Of();

    /// <summary>Moves a ticket on: one in preparation is ready, one that is ready has left the kitchen.</summary>
    [Errors(typeof(TicketNotFoundError), typeof(TicketActionNotAllowedError))]
    public static async Task<Outcome<Ticket>> BumpTicket(
        BumpTicketInput input, RestaurantDb db, TimeProvider time, CancellationToken cancellationToken) =>
        await FindAsync(db, input.TicketId.Key, cancellationToken) is { } ticket ? ticket.Bump(time.GetUtcNow()) : TicketNotFoundError.Of();

    /// <summary>Moves a ticket back, as long as the guest has not got the order: to the pass, or to be made again.</summary>
    [Errors(typeof(TicketNotFoundError), typeof(TicketActionNotAllowedError), typeof(OrderClosedError))]
    public static async Task<Outcome<Ticket>> RecallTicket(
        RecallTicketInput input, RestaurantDb db, TimeProvider time, CancellationToken cancellationToken) =>
        await FindAsync(db, input.TicketId.Key, cancellationToken) is not { } ticket ? TicketNotFoundError.Of()
        : ticket.IsOfClosedOrder ? OrderClosedError.Of()
        : ticket.Recall(time.GetUtcNow());

    private static Task<Ticket?> FindAsync(RestaurantDb db, long id, CancellationToken cancellationToken) => db.Tickets
        .Include(ticket => ticket.Station)
        .Include(ticket => ticket.Lines)
        .Include(ticket => ticket.Order.Lines)
        .AsSplitQuery()
        .SingleOrDefaultAsync(ticket => ticket.Id == id, cancellationToken);
}
