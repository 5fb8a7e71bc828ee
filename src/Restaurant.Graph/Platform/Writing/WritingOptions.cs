using System.ComponentModel.DataAnnotations;

namespace Restaurant.Graph.Platform.Writing;

/// <summary>How the store is written, from the section <c>Writing</c> of the configuration.</summary>
public sealed class WritingOptions
{
    /// <summary>How many units of work may wait for their turn; what comes beyond that is refused at once.</summary>
    [Range(1, 100_000)]
    public int MaxWaiting { get; init; } = 1_000;

    /// <summary>How many of those who wait are committed together at the most.</summary>
    [Range(1, 10_000)]
    public int MaxGroup { get; init; } = 128;

    /// <summary>
    /// How long to wait for another process that writes to the same file. On PostgreSQL: how long a copy of the server may stop in the middle of its
    /// turn before it loses it, half a second at least; others wait twice as long for theirs.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long writes are tried again, and those who wait for them kept waiting, where the database has gone away or asks for that. In a file there
    /// is no such thing.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan RetryTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the answer to an idempotency key is kept, from one day on.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "365.00:00:00")]
    public TimeSpan KeepKeys { get; init; } = TimeSpan.FromDays(2);

    /// <summary>How often what need not be kept any longer is removed.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan CleanUpInterval { get; init; } = TimeSpan.FromMinutes(10);
}
