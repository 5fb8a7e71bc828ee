using Restaurant.Graph.Platform.Reading;

namespace Restaurant.Graph.Menu;

/// <summary>
/// A stretch of time on a day of the week, on the restaurant's own clock. Where the clock skips `opens` in spring, it opens at the time that
/// is shown next; one that lies in the hour that is skipped is not opened at all. Of an hour that is shown twice in autumn the first counts:
/// it opens and closes when its time is shown first, and one that goes beyond that hour is an hour longer.
/// </summary>
public abstract class WeeklyWindow : IRow
{
    /// <summary>The primary key.</summary>
    public long Id { get; private set; }

    /// <summary>The day on which it starts.</summary>
    public required DayOfWeek Day { get; init; }

    /// <summary>When it starts.</summary>
    public required TimeOnly Opens { get; init; }

    /// <summary>When it ends; at or before `opens` it is a time of the next day.</summary>
    public required TimeOnly Closes { get; init; }

    /// <summary>Whether a time of <see cref="RestaurantClock.ServingTime"/> lies in it; the end does not.</summary>
    public bool Contains(DateTime local)
    {
        var time = TimeOnly.FromDateTime(local);
        if (Opens < Closes)
        {
            return local.DayOfWeek == Day && time >= Opens && time < Closes;
        }

        var isNextDay = (int)local.DayOfWeek == ((int)Day + 1) % 7;
        return (local.DayOfWeek == Day && time >= Opens) || (isNextDay && time < Closes);
    }
}
