using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Data;
using Restaurant.Graph.Orders;
using Restaurant.Graph.Platform.Events;

namespace Restaurant.Graph.Kitchen;

/// <summary>What the kitchen does about orders: tickets for what is to be made, and word to every station of what is not to be made any more.</summary>
public sealed class KitchenReaction(
    RestaurantDb db, Routing routing, IOptionsMonitor<KitchenOptions> options, IOptions<OrderOptions> orders, TimeProvider time) : IReaction
{
    /// <inheritdoc />
    public Task OnAsync(Event happened) => happened switch
    {
        OrderChanged { PreviousStatus: null, Order.Status: OrderStatus.Placed } placed when options.CurrentValue.AutoAccept && !placed.Order.NeedsConfirmation => AcceptAsync(placed.Order),
        OrderChanged { Change: OrderChange.Allergies or OrderChange.Place } told => EachAsync(told.Order, ticket => ticket.Remind(time.GetUtcNow())),
        OrderChanged { Change: OrderChange.Lines, Status: OrderStatus.Accepted or OrderStatus.InPreparation or OrderStatus.Ready } changed => FollowAsync(changed),
        OrderChanged moved when moved.Status != moved.PreviousStatus => MovedAsync(moved),
        _ => Task.CompletedTask,
    };

    private async Task AcceptAsync(Order order)
    {
        // One that finds no room stays placed until there is some: see AutoAcceptance.
        var (now, lead) = (time.GetUtcNow(), orders.Value.ScheduleLead);
        if (order.IsEarly(now, lead) || await routing.HasRoomAsync(order))
        {
            order.Accept(now, lead);
        }
    }

    private Task MovedAsync(OrderChanged moved) => moved.Status switch
    {
        OrderStatus.Accepted => routing.RouteAsync(moved.Order, [.. moved.Order.Lines.Where(IsToBeMade)]),
        OrderStatus.Canceled => EachAsync(moved.Order, ticket => ticket.CallOff(moved.Lines, time.GetUtcNow())),
        OrderStatus.Fulfilled => EachAsync(moved.Order, ticket => ticket.Hand(time.GetUtcNow())),
        _ => Task.CompletedTask,
    };

    private async Task FollowAsync(OrderChanged changed)
    {
        var tickets = await TicketsAsync(changed.Order);
        foreach (var ticket in tickets)
        {
            ticket.Withdraw(changed.Lines, time.GetUtcNow());
            if (ticket.Lines.All(static line => line.Status is LineStatus.Served or LineStatus.Voided))
            {
                ticket.Hand(time.GetUtcNow());
            }
        }

        var open = tickets.Where(static ticket => ticket.IsOpen).SelectMany(static ticket => ticket.Lines);
        await routing.RouteAsync(changed.Order, [.. changed.Lines.Where(IsToBeMade).Except(open)], tickets.Exists(static ticket => ticket.IsToBeMade));
    }

    private async Task EachAsync(Order order, Action<Ticket> act) => (await TicketsAsync(order)).ForEach(act);

    private Task<List<Ticket>> TicketsAsync(Order order) =>
        db.Tickets.Include(ticket => ticket.Station).Include(ticket => ticket.Lines).AsSplitQuery().Where(ticket => ticket.OrderId == order.Id).ToListAsync();

    private static bool IsToBeMade(OrderLine line) => line.Status is LineStatus.New or LineStatus.Fired;
}
