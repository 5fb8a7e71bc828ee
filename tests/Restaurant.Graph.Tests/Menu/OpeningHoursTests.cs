using System.Globalization;
using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Menu;

/// <summary>Which menu is served at which hour, asked of the server while its clock goes on.</summary>
public sealed class OpeningHoursTests
{
    private static readonly (string Instant, string? Menu)[] SaturdayAndSunday =
    [
        ("2026-03-14T23:00Z", "Dinner"), ("2026-03-15T02:29Z", "Dinner"), ("2026-03-15T02:30Z", "Late"), ("2026-03-15T05:29Z", "Late"),
        ("2026-03-15T05:30Z", null), ("2026-03-15T11:59Z", null), ("2026-03-15T12:00Z", "Breakfast"), ("2026-03-15T16:00Z", "Lunch"),
        ("2026-03-15T20:00Z", "Afternoon"), ("2026-03-15T21:00Z", "Dinner"), ("2026-03-16T01:59Z", "Dinner"), ("2026-03-16T02:00Z", null),

        // From the last Sunday of summer time on, breakfast is an hour later in UTC.
        ("2026-10-31T11:59Z", null), ("2026-10-31T12:00Z", "Breakfast"),

        // In the night between, half past one comes twice, and Late is over when it has come once.
        ("2026-11-01T05:29Z", "Late"), ("2026-11-01T05:30Z", null), ("2026-11-01T06:15Z", null), ("2026-11-01T06:45Z", null), ("2026-11-01T12:59Z", null), ("2026-11-01T13:00Z", "Breakfast"),
    ];

    [Fact]
    public async Task Each_hour_has_its_menu_or_none()
    {
        var app = await RestaurantApp.OpenAsync();
        foreach (var (instant, menu) in SaturdayAndSunday)
        {
            var answer = await AtAsync(app, instant);
            Assert.Equal((instant, menu), (instant, answer["currentMenu"]?["name"]?.GetValue<string>()));
            Assert.Equal((instant, menu is not null), (instant, answer["restaurant"]!["isOpen"]!.GetValue<bool>()));
        }

        await app.DisposeAsync();
    }

    [Fact]
    public async Task The_menu_of_any_other_hour_can_be_asked_for()
    {
        var app = await RestaurantApp.OpenAsync();
        foreach (var (at, menu) in SaturdayAndSunday.Append(("9999-12-31T23:59:59Z", "Dinner")).Append(("0001-01-01T00:00:00Z", null)))
        {
            var answer = await app.Client.QueryAsync("query($at: DateTime) { currentMenu(at: $at) { name } restaurant { isOpen } }", new { at = at.Length > 17 ? at : at[..16] + ":00Z" });
            Assert.Equal((at, menu), (at, answer["currentMenu"]?["name"]?.GetValue<string>()));
            Assert.True(answer["restaurant"]!["isOpen"]!.GetValue<bool>());
        }

        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_restaurant_that_is_always_open_has_a_menu_at_any_hour()
    {
        var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen);
        foreach (var (instant, menu) in SaturdayAndSunday)
        {
            var answer = await AtAsync(app, instant);
            Assert.Equal((instant, menu ?? "Breakfast"), (instant, answer["currentMenu"]?["name"]?.GetValue<string>()));
            Assert.True(answer["restaurant"]!["isOpen"]!.GetValue<bool>());
        }

        await app.DisposeAsync();
    }

    [Fact]
    public async Task The_hours_are_those_of_the_zone_of_the_restaurant()
    {
        var app = await RestaurantApp.OpenAsync("--Restaurant:TimeZone=Asia/Tokyo", "--Restaurant:Name=銅鍋", "--Restaurant:Currency=JPY");

        // Eight in the morning of a Sunday in Tokyo.
        var answer = await AtAsync(app, "2026-03-14T23:00Z");
        Assert.Equal("""{"name":"銅鍋","currency":"JPY","timeZone":"Asia/Tokyo","isOpen":true}""", answer["restaurant"]!.ToJsonString(Relaxed));
        Assert.Equal("Breakfast", answer["currentMenu"]!["name"]!.GetValue<string>());
        await app.DisposeAsync();
    }

    private static readonly System.Text.Json.JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static Task<JsonNode> AtAsync(RestaurantApp app, string instant)
    {
        app.Time.SetUtcNow(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture));
        return app.Client.QueryAsync("{ currentMenu { name } restaurant { name currency timeZone isOpen } }");
    }
}
