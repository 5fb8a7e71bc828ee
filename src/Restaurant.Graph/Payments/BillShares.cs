using Restaurant.Graph.Orders;
using Restaurant.Graph.Platform.Money;

namespace Restaurant.Graph.Payments;

/// <summary>
/// What of a total each part of an order's lines comes to. The tax of each rate goes to the parts that have lines of it, by the sum of these, and the
/// charge for service and what rounding makes by the sum of all their lines. What does not divide goes to the first of those parts, one minor unit each.
/// </summary>
internal static class BillShares
{
    /// <summary>The shares of parts that together have all lines of the order, in minor units. They add up to the total, and none is negative.</summary>
    public static IReadOnlyList<long> Of(Order order, IReadOnlyList<OrderLine[]> parts)
    {
        long[] nets = [.. parts.Select(static lines => NetOf(lines))];
        IReadOnlyList<Money>[] divided =
        [
            .. TaxShare.Read(order.TaxShares).Select(rate => rate.Tax.Split([.. parts.Select(lines => NetOf(lines.Where(line => line.TaxBasisPoints == rate.BasisPoints)))])),
            order.ServiceCharge.Split(nets),
            order.Rounding.Split(nets),
        ];
        return [.. nets.Select((net, part) => net + divided.Sum(amounts => amounts[part].MinorUnits))];
    }

    private static long NetOf(IEnumerable<OrderLine> lines) => lines.Sum(static line => line.LineTotal.MinorUnits);
}
