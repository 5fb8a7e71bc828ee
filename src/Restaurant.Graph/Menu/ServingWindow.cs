using Restaurant.Graph.Platform.Reading;

namespace Restaurant.Graph.Menu;

/// <summary>A time on a day of the week at which a menu is served, on the restaurant's own clock.</summary>
public sealed class ServingWindow : IRow
{
    /// <summary>The primary key.</summary>
    public long Id { get; private set; }

    /// <summary>The day on which it starts.</summary>
    public required DayOfWeek Day { get; init; }

    /// <summary>When it starts.</summary>
    public required TimeOnly Opens { get; init; }

    /// <summary>When it ends; at or before `opens` it is a time of the next day.</summary>
    public required TimeOnly Closes { get; init; }

    /// <summary>Whether a moment of the restaurant's own clock lies in it; the end does not.</summary>
    public bool Contains(DateTime local)
    {
        var time = TimeOnly.FromDateTime(local);
        if (Opens < Closes)
        {
            return local.DayOfWeek == Day && time >= Opens && time < Closes;
        }

        var isNextDay = local.AddDays(-1).DayOfWeek == Day;
        return (local.DayOfWeek == Day && time >= Opens) || (isNextDay && time < Closes);
    }
}
