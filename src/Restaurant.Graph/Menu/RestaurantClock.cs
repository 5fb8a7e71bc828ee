using Microsoft.Extensions.Options;

namespace Restaurant.Graph.Menu;

/// <summary>The clock on the restaurant's wall.</summary>
public sealed class RestaurantClock(TimeProvider time, IOptions<RestaurantOptions> options)
{
    // Two hours is the most that a clock goes back, at the Troll station in Antarctica.
    private static readonly TimeSpan LongestRepeat = TimeSpan.FromHours(2);

    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(options.Value.TimeZone);

    /// <summary>The instant.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>What the clock shows at that instant, daylight saving included.</summary>
    public DateTime Local => LocalAt(Now);

    /// <summary>What the clock shows at an instant.</summary>
    public DateTime LocalAt(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, _zone).DateTime;

    /// <summary>
    /// What counts as the time of day at an instant, for whatever begins and ends by the clock. It never goes back. A time that the clock
    /// skips in spring has come as soon as the clock shows a later one. Of an hour that it shows twice in autumn the first counts; all through
    /// the second the time stays at the end of that hour, so that nothing which has ended begins again, and nothing is over too soon.
    /// </summary>
    public DateTime ServingTime(DateTimeOffset instant)
    {
        var shown = TimeZoneInfo.ConvertTime(instant, _zone);
        var earlier = instant > DateTimeOffset.MinValue.AddDays(1) ? _zone.GetUtcOffset(instant - LongestRepeat) : shown.Offset;
        var local = shown.DateTime;
        if (earlier <= shown.Offset || !WasShown(local, earlier))
        {
            return local;
        }

        // Zones go back at a full minute, from which on a time is said once again.
        local = local.AddTicks(-(local.Ticks % TimeSpan.TicksPerMinute));
        while (WasShown(local, earlier))
        {
            local = local.AddMinutes(1);
        }

        return local.AddTicks(-1);
    }

    // Asked of the instant itself: what the platform holds for ambiguous is wrong where winter time is the exception, as in Dublin.
    private bool WasShown(DateTime local, TimeSpan offset) => _zone.GetUtcOffset(new DateTimeOffset(local, offset)) == offset;

    /// <summary>The last instant, not later than now, at which the clock showed a time of day.</summary>
    public DateTimeOffset LastInstantAt(TimeSpan timeOfDay)
    {
        var shown = Local.Date + timeOfDay;
        var today = InstantOf(shown);
        return today <= Now ? today : InstantOf(shown.AddDays(-1));
    }

    /// <summary>The first instant of a day of the restaurant's own calendar, which is not at 00:00 where clocks are put forward at midnight.</summary>
    public DateTimeOffset StartOf(DateOnly date) => InstantOf(date.ToDateTime(TimeOnly.MinValue));

    /// <summary>The instant at which the clock shows a time: the first of two, and for a time that it skips the one at which it skips it.</summary>
    internal DateTimeOffset InstantOf(DateTime local)
    {
        // Clocks are put forward at full minutes.
        if (_zone.IsInvalidTime(local))
        {
            var before = local.AddTicks(-(local.Ticks % TimeSpan.TicksPerMinute));
            while (_zone.IsInvalidTime(before))
            {
                before = before.AddMinutes(-1);
            }

            return InstantOf(before).AddMinutes(1);
        }

        var offset = _zone.IsAmbiguousTime(local) ? _zone.GetAmbiguousTimeOffsets(local).Max() : _zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
