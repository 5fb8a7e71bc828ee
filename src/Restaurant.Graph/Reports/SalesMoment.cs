using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Orders;

namespace Restaurant.Graph.Reports;

/// <summary>
/// What was sold in a short time that lies in one hour and one day whatever the zone, all of which are off UTC by quarters of an hour. The
/// database knows no zones, so it adds up by these, and what local day or hour they are of is seen afterwards.
/// </summary>
/// <param name="At">When it began.</param>
/// <param name="Quantity">How many portions.</param>
/// <param name="Net">The sum of the lines, in minor units.</param>
/// <param name="Tax">The tax, in minor units.</param>
/// <param name="Orders">How many orders.</param>
internal sealed record SalesMoment(DateTimeOffset At, int Quantity, long Net, long Tax, int Orders)
{
    private const string Form = "yyyy-MM-dd'T'HH:mm";

    // Instants are stored as text that begins in this form.
    private static readonly Expression<Func<Order, string>> Minute = order => ((string)(object)order.PlacedAt).Substring(0, 16);

    private static readonly Expression<Func<Order, string>> Quarter = order =>
        ((string)(object)order.PlacedAt).Substring(0, 14)
        + (string.Compare(((string)(object)order.PlacedAt).Substring(14, 2), "30") < 0
            ? (string.Compare(((string)(object)order.PlacedAt).Substring(14, 2), "15") < 0 ? "00" : "15")
            : (string.Compare(((string)(object)order.PlacedAt).Substring(14, 2), "45") < 0 ? "30" : "45"));

    /// <summary>Adds orders up by quarters of an hour, or by minutes where it is asked on which side of any time of day they are.</summary>
    public static async Task<IReadOnlyList<SalesMoment>> ReadAsync(IQueryable<Order> orders, bool toTheMinute)
    {
        var moments = await orders
            .GroupBy(toTheMinute ? Minute : Quarter)
            .Select(moment => new
            {
                At = moment.Key,
                Quantity = moment.Sum(order => order.Lines.Where(line => line.Status != LineStatus.Voided).Sum(line => line.Quantity)),
                Net = moment.Sum(order => order.Subtotal.MinorUnits),
                Tax = moment.Sum(order => order.Tax.MinorUnits),
                Orders = moment.Count(),
            })
            .ToListAsync();
        return
        [
            .. moments.Select(static moment => new SalesMoment(
                DateTimeOffset.ParseExact(moment.At, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
                moment.Quantity, moment.Net, moment.Tax, moment.Orders)),
        ];
    }
}
