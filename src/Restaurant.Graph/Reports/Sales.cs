using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Orders;
using Restaurant.Graph.Platform.Money;

namespace Restaurant.Graph.Reports;

/// <summary>Adds up what was sold.</summary>
public sealed class Sales(RestaurantDb db, RestaurantClock clock, MenuCards cards)
{
    /// <summary>The report on some days.</summary>
    internal async Task<SalesReport> ReportAsync(BusinessDays days, SalesGroup by)
    {
        var orders = db.Orders.Where(order =>
            order.PlacedAt >= days.Start && order.PlacedAt < days.End
            && ((order.Status != OrderStatus.Rejected && order.Status != OrderStatus.Expired && order.Status != OrderStatus.Canceled) || order.Subtotal.MinorUnits != 0));
        var moments = await SalesMoment.ReadAsync(orders, toTheMinute: by == SalesGroup.Daypart);
        return new SalesReport
        {
            Rows = by switch
            {
                SalesGroup.Dish => await RowsAsync(Sold.Dishes(orders)),
                SalesGroup.Category => await RowsAsync(Sold.Categories(orders)),
                SalesGroup.Daypart => DaypartsOf(moments, await cards.CurrentAsync(db)),
                SalesGroup.Hour => HoursOf(moments),
                _ => DaysOf(moments),
            },
            Totals = TotalsOf(moments),
        };
    }

    private static async Task<IReadOnlyList<SalesRow>> RowsAsync(IQueryable<Sold> sold)
    {
        var rows = await sold
            .GroupBy(line => new { line.Key, line.Name })
            .Select(group => new SalesRow
            {
                Name = group.Key.Name,
                Quantity = group.Sum(line => line.Quantity),
                Net = new Money(group.Sum(line => line.Net)),
                Orders = group.Select(line => line.OrderId).Distinct().Count(),
            })
            .ToListAsync();
        return [.. rows.OrderByDescending(static row => row.Net.MinorUnits).ThenBy(static row => row.Name, StringComparer.Ordinal)];
    }

    private IReadOnlyList<SalesRow> DaypartsOf(IEnumerable<SalesMoment> moments, MenuCard card) =>
    [
        .. moments
            .Select(moment => (Menus: card.MenusAt(clock.ServingTime(moment.At)).ToList(), Moment: moment))
            .GroupBy(static sale => NameOf(sale.Menus), static sale => sale, StringComparer.Ordinal)
            .OrderBy(static daypart => daypart.First().Menus.FirstOrDefault()?.Position ?? int.MaxValue)
            .ThenBy(static daypart => daypart.First().Menus.Count)
            .ThenBy(static daypart => daypart.Key, StringComparer.Ordinal)
            .Select(static daypart => RowOf(daypart.Select(static sale => sale.Moment)) with { Name = daypart.Key.Length == 0 ? null : daypart.Key }),
    ];

    private static string NameOf(IEnumerable<DaypartMenu> menus) => string.Join(", ", menus.Select(static menu => menu.Name));

    private IReadOnlyList<SalesRow> HoursOf(IEnumerable<SalesMoment> moments) =>
    [
        .. moments
            .GroupBy(moment => clock.LocalAt(moment.At).Hour)
            .OrderBy(static hour => hour.Key)
            .Select(static hour => RowOf(hour) with { Hour = hour.Key }),
    ];

    private IReadOnlyList<SalesRow> DaysOf(IEnumerable<SalesMoment> moments) =>
    [
        .. moments
            .GroupBy(moment => DateOnly.FromDateTime(clock.LocalAt(moment.At)))
            .OrderBy(static day => day.Key)
            .Select(static day => RowOf(day) with { Date = day.Key }),
    ];

    private static SalesRow RowOf(IEnumerable<SalesMoment> moments)
    {
        var totals = TotalsOf(moments);
        return new SalesRow
        {
            Quantity = totals.Quantity,
            Net = totals.Net,
            Discounts = totals.Discounts,
            Tax = totals.Tax,
            ServiceCharge = totals.ServiceCharge,
            Rounding = totals.Rounding,
            Gross = totals.Gross,
            Orders = totals.Orders,
        };
    }

    private static SalesTotals TotalsOf(IEnumerable<SalesMoment> moments) => moments.Aggregate(
        new SalesTotals { Quantity = 0, Net = Money.Zero, Discounts = Money.Zero, Tax = Money.Zero, ServiceCharge = Money.Zero, Rounding = Money.Zero, Orders = 0 },
        static (sum, moment) => new SalesTotals
        {
            Quantity = sum.Quantity + moment.Quantity,
            Net = sum.Net + new Money(moment.Net),
            Discounts = sum.Discounts + new Money(moment.Discounts),
            Tax = sum.Tax + new Money(moment.Tax),
            ServiceCharge = sum.ServiceCharge + new Money(moment.ServiceCharge),
            Rounding = sum.Rounding + new Money(moment.Rounding),
            Orders = sum.Orders + moment.Orders,
        });
}
