using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Data;
using Restaurant.Graph.Orders;
using Restaurant.Graph.Platform.Events;

namespace Restaurant.Graph.Kitchen;

/// <summary>What the kitchen does about orders: tickets for one that is accepted, none for one that is called off.</summary>
public sealed class KitchenReaction(RestaurantDb db, IOptionsMonitor<KitchenOptions> options, TimeProvider time) : IReaction
{
    /// <inheritdoc />
    public Task OnAsync(Event happened, CancellationToken cancellationToken) => happened switch
    {
        OrderChanged { Status: OrderStatus.Placed, PreviousStatus: null } placed when options.CurrentValue.AutoAccept => AcceptAsync(placed.Order),
        OrderChanged { Status: OrderStatus.Accepted } accepted => RouteAsync(accepted.Order, cancellationToken),
        OrderChanged { Status: OrderStatus.Canceled } canceled => ClearAsync(canceled.Order, ticket => ticket.Void(time.GetUtcNow()), cancellationToken),
        OrderChanged { Status: OrderStatus.Fulfilled } served => ClearAsync(served.Order, Complete, cancellationToken),
        _ => Task.CompletedTask,
    };

    private Task AcceptAsync(Order order)
    {
        order.Accept(time.GetUtcNow());
        return Task.CompletedTask;
    }

    private async Task RouteAsync(Order order, CancellationToken cancellationToken)
    {
        long[] dishes = [.. order.Lines.Select(line => line.DishId)];
        await db.Dishes.Include(dish => dish.Station).Where(dish => dishes.Contains(dish.Id)).LoadAsync(cancellationToken);
        db.AddRange(order.Lines
            .Where(line => line.Status != LineStatus.Voided)
            .GroupBy(line => line.Dish.Station)
            .OrderBy(station => station.Key.Position)
            .Select(station => Ticket.For(order, station.Key, station, time.GetUtcNow())));
    }

    private async Task ClearAsync(Order order, Action<Ticket> clear, CancellationToken cancellationToken)
    {
        var tickets = await db.Tickets.Include(ticket => ticket.Station).Where(ticket => ticket.OrderId == order.Id).ToListAsync(cancellationToken);
        tickets.ForEach(clear);
    }

    // A ticket that was bumped away from the pass before is completed already.
    private void Complete(Ticket ticket)
    {
        if (ticket.Status == TicketStatus.Ready)
        {
            ticket.Bump(time.GetUtcNow());
        }
    }
}
