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
    /// <summary>Whether at none of the stations that an order needs more work waits than may for another order to be accepted without anybody's doing.</summary>
    internal async Task<bool> HasRoomAsync(Order order)
    {
        if (options.CurrentValue.MaxWaitMinutes is not { } most)
        {
            return true;
        }

        var load = await Workload.ReadAsync(db, time.GetUtcNow());
        return (await PartsAsync([.. order.Lines.Where(static line => line.Status == LineStatus.New)])).All(part => load.WaitAt(part.Station) <= most);
    }

    /// <summary>Hangs up tickets, and promises the order for when the last of them should be made.</summary>
    /// <param name="order">The order.</param>
    /// <param name="lines">What is to be made.</param>
    /// <param name="isAtWork">Whether some of the order is being made already, for which the promise there is holds as well.</param>
    internal async Task RouteAsync(Order order, IReadOnlyCollection<OrderLine> lines, bool isAtWork = false)
    {
        if (lines.Count == 0)
        {
            return;
        }

        var now = time.GetUtcNow();
        var load = await Workload.ReadAsync(db, now);
        Ticket[] tickets =
        [
            .. (await PartsAsync(lines))
                .GroupBy(part => (part.Station, part.Line.Course))
                .OrderBy(group => group.Key.Course).ThenBy(group => group.Key.Station.Position)
                .Select(group => Ticket.For(order, group.Key.Station, Plan(group.Key.Station, group.Key.Course, [.. group], load), now)),
        ];
        rows.AddRange(tickets);
        var pace = await paces.CurrentAsync(db);
        var minutes = tickets.Max(ticket => ticket.ExpectedMinutes);
        order.Promise(now + TimeSpan.FromMinutes(minutes * pace.P50), now + TimeSpan.FromMinutes(minutes * pace.P90), isAtWork);
    }

    // Each line at each station that has a part in it.
    private async Task<IReadOnlyList<Part>> PartsAsync(IReadOnlyCollection<OrderLine> lines)
    {
        long[] ids = [.. lines.Select(line => line.DishId).Distinct()];
        var dishes = await db.Dishes.Include(dish => dish.Station).Where(dish => ids.Contains(dish.Id)).ToDictionaryAsync(dish => dish.Id);
        var beside = await BesideAsync(lines);
        return [.. lines.SelectMany(line => StationsOf(line, dishes[line.DishId], beside), (line, station) => new Part(line, station, dishes[line.DishId].PreparationMinutes))];
    }

    // The stations of modifiers, after what was chosen with lines that are stored has been read.
    private async Task<Dictionary<long, Station?>> BesideAsync(IEnumerable<OrderLine> lines)
    {
        var stations = await db.Modifiers.Where(modifier => modifier.StationId != null).Include(modifier => modifier.Station).ToDictionaryAsync(modifier => modifier.Id, modifier => modifier.Station);
        long[] stored = [.. lines.Select(line => line.Id).Where(static id => id > 0)];
        if (stations.Count > 0 && stored.Length > 0)
        {
            await db.Set<OrderLineModifier>().Where(chosen => stored.Contains(chosen.Line.Id)).LoadAsync();
        }

        return stations;
    }

    // That of the dish, and those that have a part in what was chosen with it.
    private static IEnumerable<Station> StationsOf(OrderLine line, Dish dish, Dictionary<long, Station?> beside) =>
        line.ModifierIds.Select(id => beside.GetValueOrDefault(id)).OfType<Station>().Prepend(dish.Station).Distinct();

    private static TicketPlan Plan(Station station, int course, IReadOnlyList<Part> parts, Workload load)
    {
        var work = Work.Of(parts.Select(static part => (part.Minutes, part.Line.Quantity)));
        return new TicketPlan(course, [.. parts.Select(static part => part.Line)], work, load.Take(station, work));
    }

    private sealed record Part(OrderLine Line, Station Station, int Minutes);
}
