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
    [InlineData("2026-03-08T06:59:59Z", "2026-03-08 01:59:59")]
    [InlineData("2026-03-08T07:00:00Z", "2026-03-08 03:00:00")]
    [InlineData("2026-11-01T05:59:59Z", "2026-11-01 01:59:59")]
    [InlineData("2026-11-01T06:00:00Z", "2026-11-01 01:00:00")]
    [InlineData("2026-11-01T07:00:00Z", "2026-11-01 02:00:00")]
    public void The_clock_on_the_wall_goes_forward_in_spring_and_back_in_autumn(string instant, string local) =>
        Assert.Equal(DateTime.Parse(local, CultureInfo.InvariantCulture), Clock("America/New_York", instant).Local);

    // The clock goes from 02:00 to 03:00 at 01:00 UTC in Vienna and 07:00 UTC in New York.
    [Theory]
    [InlineData("Europe/Vienna", "Sunday 02:30-06:00", "2026-03-29T00:59:59Z", "2026-03-29T01:00:00Z", "2026-03-29T04:00:00Z")]
    [InlineData("Europe/Vienna", "Saturday 22:00-02:30", "2026-03-28T20:59:59Z", "2026-03-28T21:00:00Z", "2026-03-29T01:00:00Z")]
    [InlineData("Europe/Vienna", "Saturday 22:00-04:00", "2026-03-28T20:59:59Z", "2026-03-28T21:00:00Z", "2026-03-29T02:00:00Z")]
    [InlineData("America/New_York", "Sunday 02:30-06:00", "2026-03-08T06:59:59Z", "2026-03-08T07:00:00Z", "2026-03-08T10:00:00Z")]
    [InlineData("America/New_York", "Saturday 22:00-02:30", "2026-03-08T02:59:59Z", "2026-03-08T03:00:00Z", "2026-03-08T07:00:00Z")]
    [InlineData("Asia/Beirut", "Saturday 23:00-00:30", "2026-03-28T20:59:59Z", "2026-03-28T21:00:00Z", "2026-03-28T22:00:00Z")]
    public void What_the_clock_skips_in_spring_has_come_when_it_shows_a_later_time(string zone, string window, string before, string opens, string closes) =>
        IsOpenFromTo(zone, window, before, opens, closes);

    [Theory]
    [InlineData("Europe/Vienna", "2026-03-29T00:00:00Z")]
    [InlineData("America/New_York", "2026-03-08T06:00:00Z")]
    public void A_window_in_the_hour_that_is_skipped_is_not_opened(string zone, string before)
    {
        var window = Window(DayOfWeek.Sunday, "02:15", "02:45");
        var start = DateTimeOffset.Parse(before, CultureInfo.InvariantCulture);
        Assert.DoesNotContain(Enumerable.Range(0, 180), minute => window.Contains(Time(zone, start.AddMinutes(minute))));
    }

    // The clock goes from 03:00 back to 02:00 at 01:00 UTC in Vienna, from 02:00 to 01:00 at 06:00 UTC in New York.
    [Theory]
    [InlineData("Europe/Vienna", "Saturday 22:00-02:30", "2026-10-24T19:59:59Z", "2026-10-24T20:00:00Z", "2026-10-25T00:30:00Z")]
    [InlineData("Europe/Vienna", "Saturday 22:00-03:00", "2026-10-24T19:59:59Z", "2026-10-24T20:00:00Z", "2026-10-25T02:00:00Z")]
    [InlineData("Europe/Vienna", "Sunday 02:30-04:00", "2026-10-25T00:29:59Z", "2026-10-25T00:30:00Z", "2026-10-25T03:00:00Z")]
    [InlineData("Europe/Vienna", "Sunday 02:00-03:00", "2026-10-24T23:59:59Z", "2026-10-25T00:00:00Z", "2026-10-25T02:00:00Z")]
    [InlineData("Europe/Vienna", "Sunday 02:15-02:45", "2026-10-25T00:14:59Z", "2026-10-25T00:15:00Z", "2026-10-25T00:45:00Z")]
    [InlineData("America/New_York", "Saturday 22:30-01:30", "2026-11-01T02:29:59Z", "2026-11-01T02:30:00Z", "2026-11-01T05:30:00Z")]
    [InlineData("America/New_York", "Saturday 22:00-02:00", "2026-11-01T01:59:59Z", "2026-11-01T02:00:00Z", "2026-11-01T07:00:00Z")]
    [InlineData("America/New_York", "Sunday 01:30-05:00", "2026-11-01T05:29:59Z", "2026-11-01T05:30:00Z", "2026-11-01T10:00:00Z")]
    [InlineData("Europe/Dublin", "Saturday 22:00-01:30", "2026-10-24T20:59:59Z", "2026-10-24T21:00:00Z", "2026-10-25T00:30:00Z")]
    [InlineData("Asia/Beirut", "Sunday 00:00-04:00", "2026-10-24T21:59:59Z", "2026-10-24T22:00:00Z", "2026-10-25T02:00:00Z")]
    public void Of_an_hour_that_comes_twice_in_autumn_the_first_counts(string zone, string window, string before, string opens, string closes) =>
        IsOpenFromTo(zone, window, before, opens, closes);

    // Open at each minute from one instant to the other, and at no other within a day.
    private static void IsOpenFromTo(string zone, string text, string before, string opens, string closes)
    {
        var parts = text.Split(' ', '-');
        var window = Window(Enum.Parse<DayOfWeek>(parts[0]), parts[1], parts[2]);
        var (from, to) = (DateTimeOffset.Parse(opens, CultureInfo.InvariantCulture), DateTimeOffset.Parse(closes, CultureInfo.InvariantCulture));
        Assert.False(window.Contains(Time(zone, DateTimeOffset.Parse(before, CultureInfo.InvariantCulture))));
        Assert.True(window.Contains(Time(zone, to.AddTicks(-1))));
        for (var minute = from.AddHours(-12); minute < from.AddHours(12); minute = minute.AddMinutes(1))
        {
            Assert.Equal((minute, minute >= from && minute < to), (minute, window.Contains(Time(zone, minute))));
        }
    }

    private static DateTime Time(string zone, DateTimeOffset instant) => Clock(zone, "2026-01-01T00:00:00Z").ServingTime(instant);

    private static RestaurantClock Clock(string zone, string now) => new(
        new FakeTimeProvider(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture)), Options.Create(new RestaurantOptions { TimeZone = zone }));

    private static ServingWindow Window(DayOfWeek day, string opens, string closes) => new()
    {
        Day = day,
        Opens = TimeOnly.Parse(opens, CultureInfo.InvariantCulture),
        Closes = TimeOnly.Parse(closes, CultureInfo.InvariantCulture),
    };
}
