using System.Globalization;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Restaurant.Graph.Menu;

namespace Restaurant.Graph.Tests.Menu;

/// <summary>When a menu is served, on the restaurant's own clock, daylight saving included.</summary>
public sealed class ServingWindowTests
{
    [Theory]
    [InlineData("Friday 11:30-15:00", "2026-03-13T11:29:59.999", false)]
    [InlineData("Friday 11:30-15:00", "2026-03-13T11:30", true)]
    [InlineData("Friday 11:30-15:00", "2026-03-13T14:59:59.999", true)]
    [InlineData("Friday 11:30-15:00", "2026-03-13T15:00", false)]
    [InlineData("Friday 11:30-15:00", "2026-03-12T12:00", false)]
    [InlineData("Friday 11:30-15:00", "2026-03-14T12:00", false)]
    [InlineData("Friday 22:30-01:30", "2026-03-13T22:29", false)]
    [InlineData("Friday 22:30-01:30", "2026-03-13T22:30", true)]
    [InlineData("Friday 22:30-01:30", "2026-03-14T00:00", true)]
    [InlineData("Friday 22:30-01:30", "2026-03-14T01:29:59.999", true)]
    [InlineData("Friday 22:30-01:30", "2026-03-14T01:30", false)]
    [InlineData("Friday 22:30-01:30", "2026-03-13T00:30", false)]
    [InlineData("Friday 22:30-01:30", "2026-03-14T23:00", false)]
    [InlineData("Saturday 22:30-01:30", "2026-03-15T00:30", true)]
    [InlineData("Friday 06:00-06:00", "2026-03-13T05:59", false)]
    [InlineData("Friday 06:00-06:00", "2026-03-13T06:00", true)]
    [InlineData("Friday 06:00-06:00", "2026-03-14T05:59", true)]
    [InlineData("Friday 06:00-06:00", "2026-03-14T06:00", false)]
    [InlineData("Friday 00:00-00:00", "2026-03-13T00:00", true)]
    [InlineData("Friday 00:00-00:00", "2026-03-13T23:59:59.999", true)]
    [InlineData("Friday 00:00-00:00", "2026-03-14T00:00", false)]
    [InlineData("Friday 00:00-00:00", "2026-03-12T23:59", false)]
    [InlineData("Friday 17:00-00:00", "2026-03-13T23:59", true)]
    [InlineData("Friday 17:00-00:00", "2026-03-14T00:00", false)]
    public void A_window_contains_its_beginning_and_not_its_end(string window, string local, bool isInside) =>
        Assert.Equal(isInside, Window(window).Contains(DateTime.Parse(local, CultureInfo.InvariantCulture)));

    [Theory]

    // On the second Sunday of March the clock goes from 2:00 to 3:00, which is 7:00 in UTC.
    [InlineData("2026-03-08T06:59:59Z", "2026-03-08T01:59:59")]
    [InlineData("2026-03-08T07:00:00Z", "2026-03-08T03:00:00")]
    [InlineData("2026-03-08T23:00:00Z", "2026-03-08T19:00:00")]

    // On the first Sunday of November it goes from 2:00 back to 1:00, which is 6:00 in UTC.
    [InlineData("2026-11-01T05:59:59Z", "2026-11-01T01:59:59")]
    [InlineData("2026-11-01T06:00:00Z", "2026-11-01T01:00:00")]
    [InlineData("2026-11-01T23:00:00Z", "2026-11-01T18:00:00")]
    public void The_clock_on_the_wall_knows_daylight_saving(string utc, string local) =>
        Assert.Equal(DateTime.Parse(local, CultureInfo.InvariantCulture), ClockAt(utc).Local);

    [Theory]

    // An hour that there is not: a window from 1:00 to 2:30 ends when 2:00 would have come, since 3:00 is behind its end.
    [InlineData("Sunday 01:00-02:30", "2026-03-08T06:59:00Z", true)]
    [InlineData("Sunday 01:00-02:30", "2026-03-08T07:00:00Z", false)]
    [InlineData("Saturday 22:30-01:30", "2026-03-08T06:29:00Z", true)]
    [InlineData("Saturday 22:30-01:30", "2026-03-08T06:30:00Z", false)]

    // An hour that there is twice: what is served until 1:30 is served again when it is 1:00 for the second time.
    [InlineData("Saturday 22:30-01:30", "2026-11-01T05:29:00Z", true)]
    [InlineData("Saturday 22:30-01:30", "2026-11-01T05:30:00Z", false)]
    [InlineData("Saturday 22:30-01:30", "2026-11-01T06:00:00Z", true)]
    [InlineData("Saturday 22:30-01:30", "2026-11-01T06:30:00Z", false)]
    [InlineData("Sunday 07:00-11:30", "2026-11-01T11:59:00Z", false)]
    [InlineData("Sunday 07:00-11:30", "2026-11-01T12:00:00Z", true)]
    [InlineData("Sunday 07:00-11:30", "2026-03-08T10:59:00Z", false)]
    [InlineData("Sunday 07:00-11:30", "2026-03-08T11:00:00Z", true)]
    public void A_window_is_read_on_the_clock_on_the_wall(string window, string utc, bool isInside) =>
        Assert.Equal(isInside, Window(window).Contains(ClockAt(utc).Local));

    private static RestaurantClock ClockAt(string utc) => new(
        new FakeTimeProvider(DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture)),
        Options.Create(new RestaurantOptions { TimeZone = "America/New_York" }));

    private static ServingWindow Window(string text)
    {
        var parts = text.Split(' ', '-');
        return new ServingWindow
        {
            Day = Enum.Parse<DayOfWeek>(parts[0]),
            Opens = TimeOnly.Parse(parts[1], CultureInfo.InvariantCulture),
            Closes = TimeOnly.Parse(parts[2], CultureInfo.InvariantCulture),
        };
    }
}
