using System.ComponentModel.DataAnnotations;

namespace Restaurant.Graph.Platform.Events;

/// <summary>How events are kept and passed on, from the section <c>Events</c> of the configuration.</summary>
public sealed class EventOptions
{
    /// <summary>How long an event is kept in the log, from one hour to ten years. A stream can be resumed from a cursor that is no older.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "3650.00:00:00")]
    public TimeSpan Retention { get; init; } = TimeSpan.FromDays(30);

    /// <summary>How many messages of a stream are kept ready for those who are slow; whoever falls further behind reads the log instead.</summary>
    [Range(1, 10_000)]
    public int MaxBuffered { get; init; } = 64;

    /// <summary>Whether those who follow the same share its messages; <c>false</c> is for comparing.</summary>
    public bool Shared { get; init; } = true;

    /// <summary>How often the log is looked into where nothing has told of something new: another process may have written.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:01:00")]
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(1);
}
