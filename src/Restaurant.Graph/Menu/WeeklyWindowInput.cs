namespace Restaurant.Graph.Menu;

/// <summary>A time of day, on one or more days of the week.</summary>
public sealed record WeeklyWindowInput
{
    /// <summary>The days on which it starts.</summary>
    public required IReadOnlyList<DayOfWeek> Days { get; init; }

    /// <summary>When it starts, on the restaurant's own clock: a full minute.</summary>
    public required TimeOnly Opens { get; init; }

    /// <summary>When it ends, a full minute; at or before `opens` it is a time of the next day.</summary>
    public required TimeOnly Closes { get; init; }
}
