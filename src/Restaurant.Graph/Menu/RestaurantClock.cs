using Microsoft.Extensions.Options;

namespace Restaurant.Graph.Menu;

/// <summary>The clock on the restaurant's wall.</summary>
public sealed class RestaurantClock(TimeProvider time, IOptions<RestaurantOptions> options)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(options.Value.TimeZone);

    /// <summary>The instant.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>What the clock shows at that instant, daylight saving included.</summary>
    public DateTime Local => TimeZoneInfo.ConvertTime(Now, _zone).DateTime;

    /// <summary>
    /// What counts as the time of day at an instant, for whatever begins and ends by the clock. It never goes back. A time that the clock
    /// skips in spring has come as soon as the clock shows a later one. Of an hour that it shows twice in autumn the first counts; all through
    /// the second the time stays at the end of that hour, so that nothing which has ended begins again, and nothing is over too soon.
    /// </summary>
    public DateTime ServingTime(DateTimeOffset instant)
    {
        var shown = TimeZoneInfo.ConvertTime(instant, _zone);
        var local = shown.DateTime;
        return _zone.IsAmbiguousTime(local) && shown.Offset < _zone.GetAmbiguousTimeOffsets(local).Max() ? EndOfRepeated(local) : local;
    }

    // Zones go back at a full minute, from which on a time is said once again.
    private DateTime EndOfRepeated(DateTime local)
    {
        var end = local.AddTicks(-(local.Ticks % TimeSpan.TicksPerMinute));
        while (_zone.IsAmbiguousTime(end))
        {
            end = end.AddMinutes(1);
        }

        return end.AddTicks(-1);
    }
}
