using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Data;
using Restaurant.Graph.Orders;
using Restaurant.Graph.Platform.Events;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Kitchen;

/// <summary>What the kitchen does about orders: tickets for one that is accepted, none for one that is called off.</summary>
public sealed class KitchenReaction(RestaurantDb db, NewRows rows, IOptionsMonitor<KitchenOptions> options, TimeProvider time) : IReaction
{
    /// <inheritdoc />
    public Task OnAsync(Event happened) => happened switch
    {
        OrderChanged { PreviousStatus: { } previous } same when same.Status == previous => Task.CompletedTask,
        OrderChanged { Status: OrderStatus.Placed, PreviousStatus: null } placed when options.CurrentValue.AutoAccept => AcceptAsync(placed.Order),
        OrderChanged { Status: OrderStatus.Accepted } accepted => RouteAsync(accepted.Order),
        OrderChanged { Status: OrderStatus.Canceled } canceled => ClearAsync(canceled.Order, ticket => ticket.Void(time.GetUtcNow())),
        OrderChanged { Status: OrderStatus.Fulfilled } served => ClearAsync(served.Order, Complete),
        _ => Task.CompletedTask,
    };

    private Task AcceptAsync(Order order)
    {
        order.Accept(time.GetUtcNow());
        return Task.CompletedTask;
    }

    private async Task RouteAsync(Order order)
    {
        long[] ids = [.. order.Lines.Select(line => line.DishId)];
        var dishes = await db.Dishes.Include(dish => dish.Station).Where(dish => ids.Contains(dish.Id)).ToDictionaryAsync(dish => dish.Id);
        rows.AddRange(order.Lines
            .Where(line => line.Status != LineStatus.Voided)
            .GroupBy(line => dishes[line.DishId].Station)
            .OrderBy(station => station.Key.Position)
            .Select(station => Ticket.For(order, station.Key, station, time.GetUtcNow())));
    }

    private async Task ClearAsync(Order order, Action<Ticket> clear)
    {
        var tickets = await db.Tickets.Include(ticket => ticket.Station).Where(ticket => ticket.OrderId == order.Id).ToListAsync();
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
