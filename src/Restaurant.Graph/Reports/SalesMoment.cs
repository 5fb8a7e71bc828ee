using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Orders;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Reports;

/// <summary>
/// What was sold in a short time that lies in one hour and one day whatever the zone, all of which are off UTC by quarters of an hour. The
/// database knows no zones, so it adds up by these, and what local day or hour they are of is seen afterwards.
/// </summary>
/// <param name="At">When it began.</param>
/// <param name="Quantity">How many portions.</param>
/// <param name="Net">The sum of the lines, in minor units.</param>
/// <param name="Discounts">What was taken off that, in minor units.</param>
/// <param name="Tax">The tax, in minor units.</param>
/// <param name="ServiceCharge">What was charged for service, in minor units.</param>
/// <param name="Rounding">What rounding totals added, in minor units.</param>
/// <param name="Orders">How many orders.</param>
internal sealed record SalesMoment(DateTimeOffset At, int Quantity, long Net, long Discounts, long Tax, long ServiceCharge, long Rounding, int Orders)
{
    private const int Minute = 60;

    private const int Quarter = 15 * Minute;

    /// <summary>Adds orders up by quarters of an hour, or by minutes where it is asked on which side of any time of day they are.</summary>
    public static async Task<IReadOnlyList<SalesMoment>> ReadAsync(IQueryable<Order> orders, bool toTheMinute)
    {
        var length = toTheMinute ? Minute : Quarter;
        var moments = await orders
            .GroupBy(order => (long)Math.Floor(Instants.Seconds(order.PlacedAt) / length))
            .Select(moment => new
            {
                At = moment.Key,
                Quantity = moment.Sum(order => order.Lines.Where(line => line.Status != LineStatus.Voided).Sum(line => line.Quantity)),
                Net = moment.Sum(order => order.Subtotal.MinorUnits),
                Discounts = moment.Sum(order => order.Discount.MinorUnits),
                Tax = moment.Sum(order => order.Tax.MinorUnits),
                ServiceCharge = moment.Sum(order => order.ServiceCharge.MinorUnits),
                Rounding = moment.Sum(order => order.Rounding.MinorUnits),
                Orders = moment.Count(),
            })
            .ToListAsync();
        return
        [
            .. moments.Select(moment => new SalesMoment(
                DateTimeOffset.FromUnixTimeSeconds(moment.At * length), moment.Quantity, moment.Net, moment.Discounts, moment.Tax, moment.ServiceCharge, moment.Rounding, moment.Orders)),
        ];
    }
}
