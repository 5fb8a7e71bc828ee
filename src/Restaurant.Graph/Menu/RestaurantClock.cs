using Microsoft.Extensions.Options;

namespace Restaurant.Graph.Menu;

/// <summary>The clock on the restaurant's wall.</summary>
public sealed class RestaurantClock(TimeProvider time, IOptions<RestaurantOptions> options)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(options.Value.TimeZone);

    /// <summary>The instant.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>What the clock shows at that instant, daylight saving included.</summary>
    public DateTime Local => LocalAt(Now);

    /// <summary>What the clock shows at an instant.</summary>
    public DateTime LocalAt(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, _zone).DateTime;

    /// <summary>The first instant of a day of the restaurant's own calendar, which is not at 00:00 where clocks are put forward at midnight.</summary>
    public DateTimeOffset StartOf(DateOnly date)
    {
        var midnight = date.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, _zone.IsAmbiguousTime(midnight) ? _zone.GetAmbiguousTimeOffsets(midnight).Max() : _zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
