using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Data;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Orders;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Kitchen;

/// <summary>Brings lines to the stations where they are made: a ticket for each station and course.</summary>
public sealed class Routing(RestaurantDb db, NewRows rows, Paces paces, IOptionsMonitor<KitchenOptions> options, TimeProvider time)
{
    /// <summary>Whether there is no more work at any station than may wait there for another order to be accepted without anybody's doing.</summary>
    internal async Task<bool> HasRoomAsync() =>
        options.CurrentValue.MaxWaitMinutes is not { } most || (await Workload.ReadAsync(db, time.GetUtcNow())).LongestWait <= most;

    /// <summary>Hangs up tickets, and promises the order for when the last of them should be made.</summary>
    internal async Task RouteAsync(Order order, IReadOnlyCollection<OrderLine> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        var now = time.GetUtcNow();
        long[] ids = [.. lines.Select(line => line.DishId).Distinct()];
        var dishes = await db.Dishes.Include(dish => dish.Station).Where(dish => ids.Contains(dish.Id)).ToDictionaryAsync(dish => dish.Id);
        var load = await Workload.ReadAsync(db, now);
        Ticket[] tickets =
        [
            .. lines
                .GroupBy(line => (dishes[line.DishId].Station, line.Course))
                .OrderBy(group => group.Key.Course).ThenBy(group => group.Key.Station.Position)
                .Select(group => Ticket.For(order, group.Key.Station, Plan(group.Key.Station, group.Key.Course, [.. group], dishes, load), now)),
        ];
        rows.AddRange(tickets);
        var pace = await paces.CurrentAsync(db);
        var minutes = tickets.Max(ticket => ticket.ExpectedMinutes);
        order.Promise(now + TimeSpan.FromMinutes(minutes * pace.P50), now + TimeSpan.FromMinutes(minutes * pace.P90));
    }

    private static TicketPlan Plan(Station station, int course, IReadOnlyList<OrderLine> lines, Dictionary<long, Dish> dishes, Workload load)
    {
        var work = lines.Max(line => dishes[line.DishId].PreparationMinutes);
        return new TicketPlan(course, lines, work, load.Take(station.Id, station.Capacity, work));
    }
}
