using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Money;

namespace Restaurant.Graph.Reports;

/// <summary>By what sales are grouped.</summary>
public enum SalesGroup
{
    /// <summary>By dish, the one that sold for most first.</summary>
    Dish,

    /// <summary>By the category in which dishes are now, the one that sold for most first.</summary>
    Category,

    /// <summary>
    /// By the menus, of those there are now, that are on offer at the time when the order was placed; in the order of the day. Where several are on offer
    /// together, a row is of all of them and has their names with commas between them.
    /// </summary>
    Daypart,

    /// <summary>By the hour that the restaurant's clock showed, of all days together.</summary>
    Hour,

    /// <summary>By the day of the restaurant's calendar.</summary>
    Day,
}

/// <summary>What was sold. The rows add up to the totals, but for `orders` where one order is in several rows.</summary>
public sealed record SalesReport
{
    /// <summary>What was sold of each; what nothing was sold of has none.</summary>
    [ListSize(50)]
    public required IReadOnlyList<SalesRow> Rows { get; init; }

    /// <summary>What was sold of all.</summary>
    public required SalesTotals Totals { get; init; }
}

/// <summary>What was sold of a dish, in a category, or in a time.</summary>
public sealed record SalesRow
{
    /// <summary>The dish, the category or the menus as they are called now, where that is asked for; null for dishes that are in no category any more and for times at which nothing is served.</summary>
    public string? Name { get; init; }

    /// <summary>The hour, from 0 to 23, where that is asked for.</summary>
    public int? Hour { get; init; }

    /// <summary>The day, where that is asked for.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>How many portions.</summary>
    public required int Quantity { get; init; }

    /// <summary>The sum of the lines, before discounts and tax, and without what was charged for service.</summary>
    public required Money Net { get; init; }

    /// <summary>What was taken off the orders; null by dish and by category.</summary>
    public Money? Discounts { get; init; }

    /// <summary>The tax of the orders; null by dish and by category, since it is rounded for all that one order has of a rate.</summary>
    public Money? Tax { get; init; }

    /// <summary>What the orders were charged for service; null by dish and by category.</summary>
    public Money? ServiceCharge { get; init; }

    /// <summary>What rounding their totals added or, negative, took off; null by dish and by category.</summary>
    public Money? Rounding { get; init; }

    /// <summary>The totals of the orders: `net` without `discounts`, and `tax`, `serviceCharge` and `rounding`; null by dish and by category.</summary>
    public Money? Gross { get; init; }

    /// <summary>How many orders.</summary>
    public required int Orders { get; init; }
}

/// <summary>What was sold of all: the sums of the orders, to the minor unit.</summary>
public sealed record SalesTotals
{
    /// <summary>How many portions.</summary>
    public required int Quantity { get; init; }

    /// <summary>The sum of the lines, before discounts and tax, and without what was charged for service.</summary>
    public required Money Net { get; init; }

    /// <summary>What was taken off the orders.</summary>
    public required Money Discounts { get; init; }

    /// <summary>The tax of the orders.</summary>
    public required Money Tax { get; init; }

    /// <summary>What the orders were charged for service.</summary>
    public required Money ServiceCharge { get; init; }

    /// <summary>What rounding their totals added or, negative, took off.</summary>
    public required Money Rounding { get; init; }

    /// <summary>The totals of the orders: `net` without `discounts`, and `tax`, `serviceCharge` and `rounding`.</summary>
    public Money Gross => Net - Discounts + Tax + ServiceCharge + Rounding;

    /// <summary>How many orders.</summary>
    public required int Orders { get; init; }
}
