using System.ComponentModel.DataAnnotations;

namespace Restaurant.Graph.Orders;

/// <summary>How orders are taken and reckoned, from the section <c>Orders</c> of the configuration.</summary>
public sealed class OrderOptions
{
    /// <summary>How long an order waits for somebody to accept it before it expires; one for later waits until it would have to go to the kitchen.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "30.00:00:00")]
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long an order for later waits for somebody to accept it before it expires, if it does not have to go to the kitchen sooner.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "30.00:00:00")]
    public TimeSpan AnswerLaterWithin { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How long ahead an order can be scheduled at the most.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "90.00:00:00")]
    public TimeSpan MaxAhead { get; init; } = TimeSpan.FromDays(14);

    /// <summary>How long before its time an order that was accepted for later is sent to the kitchen.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "12:00:00")]
    public TimeSpan ScheduleLead { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How often it is looked whether the time of an order has come.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan CheckInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many unpaid orders a guest without a table may have open at once; 0: no limit.</summary>
    [Range(0, 1_000)]
    public int MaxOpenOrdersWithoutTable { get; init; } = 3;

    /// <summary>How many orders a guest without a table may place in one visit, those that came to nothing included; 0: no limit.</summary>
    [Range(0, 10_000)]
    public int MaxOrdersWithoutTable { get; init; } = 20;

    /// <summary>How many items (the sum of the lines' quantities) the open unpaid orders of a guest without a table may have together; 0: no limit.</summary>
    [Range(0, 100_000)]
    public int MaxItemsWithoutTable { get; init; } = 50;

    /// <summary>
    /// Percent of the stock of an ingredient that all open unpaid orders of guests without a table may take together until the staff accepts them. An order
    /// beyond it waits for the staff, whatever <c>Kitchen:AutoAccept</c> says, and holds no stock until then.
    /// </summary>
    [Range(0, 100)]
    public int StockShareWithoutTable { get; init; } = 25;

    /// <summary>What is charged for service at the table, in basis points (hundredths of a percent) of the subtotal. It is not taxed.</summary>
    [Range(0, 10_000)]
    public int ServiceBasisPoints { get; init; }

    /// <summary>To how many minor units a total is rounded, such as 5 where there are no smaller coins.</summary>
    [Range(1, 1_000)]
    public int RoundTo { get; init; } = 1;
}
