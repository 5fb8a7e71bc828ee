using GraphQL;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Orders;
using Restaurant.Graph.Platform.Money;

namespace Restaurant.Graph.Payments;

/// <summary>How a bill is divided. Values may be added: keep a default branch.</summary>
public enum BillSplit
{
    /// <summary>Into parts that are the same but for a minor unit.</summary>
    Evenly,

    /// <summary>By seats: each has what it has ordered, with its share of tax and service. What was ordered for all is a part of its own.</summary>
    BySeat,

    /// <summary>By lines, each with its share of tax and service.</summary>
    ByLine,
}

/// <summary>What one of those who pay has to pay.</summary>
public sealed record BillPart
{
    private const int MaxParts = 50;

    /// <summary>How much.</summary>
    public required Money Amount { get; init; }

    /// <summary>The seat, where it is divided by seats; null for what is for all.</summary>
    public int? Seat { get; init; }

    /// <summary>The name of the dish, where it is divided by lines.</summary>
    public string? DishName { get; init; }

    internal static async Task<IReadOnlyList<BillPart>?> SplitAsync(IQueryable<Order> orders, long id, BillSplit by, int? parts)
    {
        if (by == BillSplit.Evenly && parts is null or < 1 or > MaxParts)
        {
            throw new ExecutionError($"'parts' is how many pay, from 1 to {MaxParts}.") { Code = "INVALID_ARGUMENT" };
        }

        return await orders.AsNoTracking().IgnoreAutoIncludes().Include(order => order.Lines).SingleOrDefaultAsync(order => order.Id == id) is { } order
            ? Of(order, by, parts ?? 1)
            : null;
    }

    internal static IReadOnlyList<BillPart> Of(Order order, BillSplit by, int parts)
    {
        var lines = order.Lines.Where(static line => line.Status != LineStatus.Voided).OrderBy(static line => line.Id);
        (BillPart Part, long Weight)[] shares = by switch
        {
            BillSplit.BySeat => [.. lines
                .GroupBy(static line => line.Seat)
                .OrderBy(static seat => seat.Key ?? int.MaxValue)
                .Select(static seat => (new BillPart { Amount = Money.Zero, Seat = seat.Key }, seat.Sum(static line => WeightOf(line))))],
            BillSplit.ByLine => [.. lines.Select(static line => (new BillPart { Amount = Money.Zero, Seat = line.Seat, DishName = line.DishName }, WeightOf(line)))],
            _ => [.. Enumerable.Repeat((new BillPart { Amount = Money.Zero }, 1L), parts)],
        };
        return shares.Length == 0
            ? []
            : [.. order.Total.Split([.. shares.Select(static share => share.Weight)]).Zip(shares, static (amount, share) => share.Part with { Amount = amount })];
    }

    private static long WeightOf(OrderLine line) => Math.Max(0, line.LineTotal.MinorUnits);
}
