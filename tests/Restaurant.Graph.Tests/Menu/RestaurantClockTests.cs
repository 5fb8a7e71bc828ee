using Microsoft.Extensions.Options;
using Restaurant.Graph.Menu;

namespace Restaurant.Graph.Tests.Menu;

/// <summary>A day begins when the calendar on the restaurant's wall turns.</summary>
public sealed class RestaurantClockTests
{
    [Theory]
    [InlineData("America/New_York", "2026-11-01", "2026-11-01T04:00:00Z")]
    [InlineData("America/New_York", "2026-11-02", "2026-11-02T05:00:00Z")]
    [InlineData("Asia/Kolkata", "2026-11-01", "2026-10-31T18:30:00Z")]
    [InlineData("America/Havana", "2026-11-01", "2026-11-01T04:00:00Z")]
    [InlineData("America/Santiago", "2026-09-06", "2026-09-06T04:00:00Z")]
    public void A_day_begins_with_its_first_instant(string zone, string date, string instant)
    {
        var clock = new RestaurantClock(TimeProvider.System, Options.Create(new RestaurantOptions { TimeZone = zone }));
        var start = clock.StartOf(DateOnly.Parse(date, null));
        Assert.Equal(DateTimeOffset.Parse(instant, null), start);
        Assert.Equal((DateOnly.Parse(date, null), DateOnly.Parse(date, null).AddDays(-1)), (DateOnly.FromDateTime(clock.LocalAt(start)), DateOnly.FromDateTime(clock.LocalAt(start.AddTicks(-1)))));
    }
}
