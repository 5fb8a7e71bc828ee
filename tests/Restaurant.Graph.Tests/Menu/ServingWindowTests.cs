using System.Globalization;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Restaurant.Graph.Menu;

namespace Restaurant.Graph.Tests.Menu;

public sealed class ServingWindowTests
{
    // 13 March 2026 is a Friday.
    [Theory]
    [InlineData("17:00", "22:00", "2026-03-13 16:59:59", false)]
    [InlineData("17:00", "22:00", "2026-03-13 17:00:00", true)]
    [InlineData("17:00", "22:00", "2026-03-13 21:59:59", true)]
    [InlineData("17:00", "22:00", "2026-03-13 22:00:00", false)]
    [InlineData("17:00", "22:00", "2026-03-12 18:00:00", false)]
    [InlineData("17:00", "22:00", "2026-03-14 18:00:00", false)]
    [InlineData("22:30", "01:30", "2026-03-13 00:30:00", false)]
    [InlineData("22:30", "01:30", "2026-03-13 22:29:59", false)]
    [InlineData("22:30", "01:30", "2026-03-13 22:30:00", true)]
    [InlineData("22:30", "01:30", "2026-03-14 00:00:00", true)]
    [InlineData("22:30", "01:30", "2026-03-14 01:29:59", true)]
    [InlineData("22:30", "01:30", "2026-03-14 01:30:00", false)]
    [InlineData("22:30", "01:30", "2026-03-14 23:00:00", false)]
    [InlineData("06:00", "06:00", "2026-03-13 05:59:59", false)]
    [InlineData("06:00", "06:00", "2026-03-13 06:00:00", true)]
    [InlineData("06:00", "06:00", "2026-03-14 05:59:59", true)]
    [InlineData("06:00", "06:00", "2026-03-14 06:00:00", false)]
    [InlineData("18:00", "00:00", "2026-03-13 23:59:59", true)]
    [InlineData("18:00", "00:00", "2026-03-14 00:00:00", false)]
    public void A_window_of_a_Friday_ends_the_next_day_if_it_has_to(string opens, string closes, string local, bool isIn)
    {
        var window = Window(DayOfWeek.Friday, opens, closes);
        Assert.Equal(isIn, window.Contains(DateTime.Parse(local, CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("2026-03-08T06:59:59Z", "2026-03-08 01:59:59", true)]
    [InlineData("2026-03-08T07:00:00Z", "2026-03-08 03:00:00", false)]
    [InlineData("2026-11-01T05:59:59Z", "2026-11-01 01:59:59", true)]
    [InlineData("2026-11-01T06:00:00Z", "2026-11-01 01:00:00", true)]
    [InlineData("2026-11-01T06:59:59Z", "2026-11-01 01:59:59", true)]
    [InlineData("2026-11-01T07:00:00Z", "2026-11-01 02:00:00", false)]
    public void A_night_with_an_hour_less_or_more_goes_by_the_clock_on_the_wall(string instant, string local, bool isIn)
    {
        var time = new FakeTimeProvider(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture));
        var clock = new RestaurantClock(time, Options.Create(new RestaurantOptions { TimeZone = "America/New_York" }));
        Assert.Equal(DateTime.Parse(local, CultureInfo.InvariantCulture), clock.Local);
        Assert.Equal(isIn, Window(DayOfWeek.Saturday, "22:00", "02:00").Contains(clock.Local));
    }

    private static ServingWindow Window(DayOfWeek day, string opens, string closes) => new()
    {
        Day = day,
        Opens = TimeOnly.Parse(opens, CultureInfo.InvariantCulture),
        Closes = TimeOnly.Parse(closes, CultureInfo.InvariantCulture),
    };
}
