using GraphQL;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Orders;
using Restaurant.Graph.Platform.Money;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Payments;

/// <summary>How a bill is divided.</summary>
public enum BillSplit
{
    /// <summary>Into parts that are the same but for a minor unit.</summary>
    Evenly,

    /// <summary>By seats: each has what it has ordered, with the tax and the service of that. What was ordered for all is a part of its own.</summary>
    BySeat,

    /// <summary>By lines, each with its tax and service.</summary>
    ByLine,
}

/// <summary>What one of those who pay has to pay.</summary>
public sealed record BillPart
{
    private const int MaxParts = 50;

    /// <summary>How much; nothing where it is paid already.</summary>
    public required Money Amount { get; init; }

    /// <summary>The seat, where it is divided by seats or lines; null for what is for all.</summary>
    public int? Seat { get; init; }

    /// <summary>The name of the dish, where it is divided by lines.</summary>
    public string? DishName { get; init; }

    internal static async Task<IReadOnlyList<BillPart>?> SplitAsync(RestaurantDb db, Visibility visible, long id, BillSplit by, int? parts)
    {
        if (by == BillSplit.Evenly && parts is null or < 1 or > MaxParts)
        {
            throw new ExecutionError($"'parts' is how many pay, from 1 to {MaxParts}.") { Code = "INVALID_ARGUMENT" };
        }

        var order = await visible.Of(db.Orders).AsNoTracking().IgnoreAutoIncludes().Include(order => order.Lines).SingleOrDefaultAsync(order => order.Id == id);
        return order is null ? null
            : by == BillSplit.Evenly ? Of(order, parts ?? 1)
            : Of(order, by, await db.Payments.AsNoTracking().Where(payment => payment.OrderId == id && payment.Status == PaymentState.Captured).ToListAsync());
    }

    /// <summary>What is due, divided evenly.</summary>
    internal static IReadOnlyList<BillPart> Of(Order order, int parts) =>
        [.. DueOf(order).Split([.. Enumerable.Repeat(1L, parts)]).Select(static amount => new BillPart { Amount = amount })];

    /// <summary>What is due, divided among those who ordered it.</summary>
    internal static IReadOnlyList<BillPart> Of(Order order, BillSplit by, IReadOnlyCollection<Payment> payments)
    {
        var lines = order.Lines.Where(static line => line.Status != LineStatus.Voided).OrderBy(static line => line.Id);
        (BillPart Part, OrderLine[] Lines)[] parts = by == BillSplit.BySeat
            ? [.. lines.GroupBy(static line => line.Seat).OrderBy(static seat => seat.Key ?? int.MaxValue).Select(static seat => (new BillPart { Amount = Money.Zero, Seat = seat.Key }, seat.ToArray()))]
            : [.. lines.Select(static line => (new BillPart { Amount = Money.Zero, Seat = line.Seat, DishName = line.DishName }, new[] { line }))];
        if (parts.Length == 0)
        {
            return [];
        }

        var shares = BillShares.Of(order, [.. parts.Select(static part => part.Lines)]);
        var unpaid = parts.Index()
            .GroupBy(static part => part.Item.Part.Seat, static part => part.Index)
            .SelectMany(seat => Unpaid([.. seat], shares, seat.Key is null ? 0 : payments.Where(payment => payment.Seat == seat.Key).Sum(static payment => (payment.Amount - payment.Refunded).MinorUnits)))
            .OrderBy(static part => part.Index)
            .Select(static part => part.Left);
        return [.. DueOf(order).Split([.. unpaid]).Zip(parts, static (amount, part) => part.Part with { Amount = amount })];
    }

    private static Money DueOf(Order order) => new(Math.Max(0, order.Balance.MinorUnits));

    // What a seat has paid counts for its own parts; what it has paid beyond them counts for all, since less than the rest is due then.
    private static IEnumerable<(int Index, long Left)> Unpaid(int[] parts, IReadOnlyList<long> shares, long paid)
    {
        // Of next to nothing the rounding may leave less than nothing.
        long[] own = [.. parts.Select(part => Math.Max(0, shares[part]))];
        return new Money(Math.Min(paid, own.Sum())).Split(own).Select((counted, index) => (parts[index], own[index] - counted.MinorUnits));
    }
}
