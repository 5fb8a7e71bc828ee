using Microsoft.Extensions.Options;

namespace Restaurant.Graph.Menu;

/// <summary>The clock on the restaurant's wall.</summary>
public sealed class RestaurantClock(TimeProvider time, IOptions<RestaurantOptions> options)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(options.Value.TimeZone);

    /// <summary>The instant.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>What the clock shows at that instant, daylight saving included.</summary>
    public DateTime Local => LocalOf(Now);

    /// <summary>What the clock shows at an instant.</summary>
    public DateTime LocalOf(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, _zone).DateTime;
}
