using GraphQL;
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
    [Authorize(Roles = Roles.Kitchen)]
    [Errors(typeof(TicketNotFoundError), typeof(VersionConflictError), typeof(TicketActionNotAllowedError))]
    public static Task<Outcome<Ticket>> StartTicket(StartTicketInput input, RestaurantDb db, TimeProvider time) =>
        DoAsync(input, db, ticket => ticket.Start(time.GetUtcNow()));

    /// <summary>Moves a ticket on: one in preparation is ready, one that is ready has left the kitchen.</summary>
    [Authorize(Roles = Roles.Kitchen)]
    [Errors(typeof(TicketNotFoundError), typeof(VersionConflictError), typeof(TicketActionNotAllowedError))]
    public static Task<Outcome<Ticket>> BumpTicket(BumpTicketInput input, RestaurantDb db, TimeProvider time) =>
        DoAsync(input, db, ticket => ticket.Bump(time.GetUtcNow()));

    /// <summary>Moves a ticket back, as long as the guest has not got the order, or all that is on the ticket: to the pass, or to be made again.</summary>
    [Authorize(Roles = Roles.Kitchen)]
    [Errors(typeof(TicketNotFoundError), typeof(VersionConflictError), typeof(TicketActionNotAllowedError), typeof(OrderClosedError), typeof(LineActionNotAllowedError))]
    public static Task<Outcome<Ticket>> RecallTicket(RecallTicketInput input, RestaurantDb db, TimeProvider time) =>
        DoAsync(input, db, ticket => ticket.IsOfClosedOrder ? OrderClosedError.Of(nameof(input.TicketId)) : ticket.Recall(time.GetUtcNow()));

    /// <summary>The ticket with all that moves with it; null if there is none.</summary>
    internal static async Task<Ticket?> FindAsync(RestaurantDb db, long id)
    {
        var found = await db.Tickets
            .Include(ticket => ticket.Station)
            .Include(ticket => ticket.Lines)
            .Include(ticket => ticket.Order.Lines)
            .AsSplitQuery()
            .SingleOrDefaultAsync(ticket => ticket.Id == id);
        found?.Share(await db.Tickets.ToBeMade()
            .Where(other => other.OrderId == found.OrderId && other.Id != id)
            .SelectMany(other => other.Lines)
            .Select(line => line.Id)
            .ToListAsync());
        return found;
    }

    private static async Task<Outcome<Ticket>> DoAsync(TicketInput input, RestaurantDb db, Func<Ticket, Outcome<Ticket>> action) =>
        await FindAsync(db, input.TicketId.Key) is not { } ticket ? TicketNotFoundError.Of()
        : ticket.Version != input.ExpectedVersion ? VersionConflictError.Of(ticket.Version)
        : action(ticket);
}
