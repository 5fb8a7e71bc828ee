using System.ComponentModel.DataAnnotations;

namespace Restaurant.Graph.Platform.Telemetry;

/// <summary>Logging of faults, from the section <c>Diagnostics</c> of the configuration.</summary>
public sealed class DiagnosticsOptions
{
    /// <summary>
    /// Interval in which a fault of one kind is logged once. The number of its further occurrences is logged at the end of the interval.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan LogInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Whether each fault is logged with its message and stack trace, which can hold text that clients sent, secrets included. For debugging only.
    /// </summary>
    public bool LogClientText { get; init; }
}
