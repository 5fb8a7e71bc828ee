using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Restaurant.Graph.Kitchen;

/// <summary>How the kitchen works, from the section <c>Kitchen</c> of the configuration.</summary>
public sealed class KitchenOptions
{
    /// <summary>
    /// Whether orders are accepted the moment they are placed, without the staff; those that take more than <c>Orders:StockShareWithoutTable</c> wait for it.
    /// </summary>
    public bool AutoAccept { get; init; }

    /// <summary>
    /// How many minutes of work may wait at a station for orders still to be accepted without anybody's doing; the others wait until there is less.
    /// People can accept them all the same. Without it there is no bound.
    /// </summary>
    [Range(1, 1_440)]
    public int? MaxWaitMinutes { get; init; }

    /// <summary>
    /// The time of day, on the restaurant's own clock, at which a business day ends for the kitchen. Tickets that came before it and are still open are
    /// closed: what is on them counts as served.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "23:59:00")]
    public TimeSpan DayEndsAt { get; init; } = TimeSpan.FromHours(5);

    /// <summary>How old a ticket of a day that is over has to be before it is closed.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "7.00:00:00")]
    public TimeSpan CloseAfter { get; init; } = TimeSpan.FromHours(6);

    /// <summary>The cooks that the server plays itself.</summary>
    [ValidateObjectMembers]
    public BrigadeOptions Brigade { get; init; } = new();
}

/// <summary>Cooks that the server plays itself, for development and demonstrations.</summary>
public sealed class BrigadeOptions
{
    /// <summary>Whether there are cooks that the server plays.</summary>
    public bool Enabled { get; init; }

    /// <summary>How many times faster than a dish's preparation time those cooks work.</summary>
    [Range(0.1, 100_000)]
    public double SpeedFactor { get; init; } = 1;
}
