using System.ComponentModel.DataAnnotations;

namespace Restaurant.Graph.Orders;

/// <summary>How orders are taken and reckoned, from the section <c>Orders</c> of the configuration.</summary>
public sealed class OrderOptions
{
    /// <summary>How long an order waits for somebody to accept it before it expires; one for later waits until it would have to go to the kitchen.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "30.00:00:00")]
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long ahead an order can be scheduled at the most.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "90.00:00:00")]
    public TimeSpan MaxAhead { get; init; } = TimeSpan.FromDays(14);

    /// <summary>How long before its time an order that was accepted for later is sent to the kitchen.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "12:00:00")]
    public TimeSpan ScheduleLead { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How often it is looked whether the time of an order has come.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan CheckInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>What is charged for service at the table, in basis points (hundredths of a percent) of the subtotal. It is not taxed.</summary>
    [Range(0, 10_000)]
    public int ServiceBasisPoints { get; init; }

    /// <summary>To how many minor units a total is rounded, such as 5 where there are no smaller coins.</summary>
    [Range(1, 1_000)]
    public int RoundTo { get; init; } = 1;
}
