using GraphQL;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Orders;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Paging;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Kitchen;

/// <summary>Reading the kitchen.</summary>
[QueryType]
public static class KitchenQueries
{
    /// <summary>The tickets of all stations, the oldest first unless asked for otherwise.</summary>
    [Authorize(Roles = Roles.Staff)]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static IQueryable<Ticket> Tickets(RestaurantDb db) => db.Tickets;

    /// <summary>The expeditor's view: every order of which something is in the kitchen or at the pass, the oldest first.</summary>
    [Authorize(Roles = Roles.Staff)]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static IQueryable<Order> ExpediteOrders(RestaurantDb db) => db.Orders.Where(order =>
        order.Status == OrderStatus.Accepted || order.Status == OrderStatus.InPreparation || order.Status == OrderStatus.Ready);

    /// <summary>The all-day counts: how many of each dish are to be made still, at one station or at all, the most first.</summary>
    [Authorize(Roles = Roles.Staff)]
    [ListSize(40)]
    public static async Task<IReadOnlyList<AllDayCount>> AllDayCounts(Id<Station>? stationId, RestaurantDb db)
    {
        var open = db.Tickets.ToBeMade();

        // What two stations have a part in is one dish.
        return await (stationId is { } station ? open.Where(ticket => ticket.StationId == station.Key) : open)
            .SelectMany(ticket => ticket.Lines)
            .Where(line => line.Status != LineStatus.Voided && line.Status != LineStatus.Ready && line.Status != LineStatus.Served)
            .Select(line => new { line.Id, line.DishName, line.Quantity })
            .Distinct()
            .GroupBy(line => line.DishName, line => line.Quantity)
            .Select(dish => new AllDayCount { DishName = dish.Key, Quantity = dish.Sum() })
            .OrderByDescending(dish => dish.Quantity).ThenBy(dish => dish.DishName)
            .ToListAsync();
    }
}

/// <summary>How many of a dish are to be made still.</summary>
public sealed record AllDayCount
{
    /// <summary>The name of the dish.</summary>
    public required string DishName { get; init; }

    /// <summary>How many.</summary>
    public required int Quantity { get; init; }
}
