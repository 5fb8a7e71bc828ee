using Restaurant.Graph.Orders;
using Restaurant.Graph.Platform.Money;

namespace Restaurant.Graph.Payments;

/// <summary>
/// What of a total each part of an order's lines comes to. The discount and the tax of each rate go to the parts that have lines of it, by the sum of
/// these, and the charge for service and what rounding makes by what the lines of each cost then. What does not divide goes to the first of those
/// parts, one minor unit each.
/// </summary>
internal static class BillShares
{
    /// <summary>The shares of parts that together have all lines of the order, in minor units. They add up to the total, and none is negative.</summary>
    public static IReadOnlyList<long> Of(Order order, IReadOnlyList<OrderLine[]> parts)
    {
        var nets = new long[parts.Count];
        var taxes = new long[parts.Count];
        foreach (var rate in TaxShare.Read(order.TaxShares))
        {
            long[] sums = [.. parts.Select(lines => lines.Where(line => line.TaxBasisPoints == rate.BasisPoints).Sum(static line => line.LineTotal.MinorUnits))];
            var (off, tax) = (new Money(sums.Sum() - rate.Net.MinorUnits).Split(sums), rate.Tax.Split(sums));
            for (var part = 0; part < sums.Length; part++)
            {
                (nets[part], taxes[part]) = (nets[part] + sums[part] - off[part].MinorUnits, taxes[part] + tax[part].MinorUnits);
            }
        }

        var (service, rounding) = (order.ServiceCharge.Split(nets), order.Rounding.Split(nets));
        return [.. nets.Select((net, part) => net + taxes[part] + service[part].MinorUnits + rounding[part].MinorUnits)];
    }
}
