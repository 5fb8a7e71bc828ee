using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Dining;

/// <summary>Days on which clocks change are as long as they are, and opening hours are those of the clock on the wall.</summary>
public sealed class DaylightSavingTests
{
    [Fact]
    public async Task A_day_has_as_many_quarters_of_an_hour_as_it_lasts()
    {
        await using var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, "--Dining:BookAhead=700.00:00:00");
        foreach (var (date, hours) in new[] { ("2026-10-31", 24), ("2026-11-01", 25), ("2027-03-14", 23) })
        {
            var times = await app.TimesAsync(2, date);
            Assert.Equal(hours * 4, times.Count);
            Assert.Equal(Enumerable.Range(0, hours * 4).Select(step => times[0] + TimeSpan.FromMinutes(15 * step)), times);
        }
    }

    [Fact]
    public async Task The_restaurant_opens_at_the_same_time_of_the_clock_before_and_after_it_changes()
    {
        await using var app = await RestaurantApp.OpenAsync("--Restaurant:AlwaysOpen=false", "--Dining:BookAhead=700.00:00:00");
        var (saturday, sunday) = (await app.TimesAsync(2, "2027-03-13"), await app.TimesAsync(2, "2027-03-14"));

        // Until half past one they still sit from the evening before; then it is from eight to midnight, and from eight to ten.
        Assert.Equal([6 + 64, 6 + 56], [saturday.Count, sunday.Count]);
        Assert.Equal(new DateTimeOffset(2027, 3, 13, 8, 0, 0, TimeSpan.FromHours(-5)), saturday[6]);
        Assert.Equal(new DateTimeOffset(2027, 3, 14, 8, 0, 0, TimeSpan.FromHours(-4)), sunday[6]);
    }
}
