using System.Globalization;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Reading;

/// <summary>What is not kept: all that is not for everybody, what depends on more than the store, and anything where it is switched off.</summary>
public sealed class AnswerCacheLimitsTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    [Theory]
    [InlineData("{ orders { totalCount nodes { id } } }")]
    [InlineData("{ tables { code } }")]
    [InlineData("{ tickets { nodes { id } } }")]
    [InlineData("{ menus { name } orders { totalCount } }")]
    [InlineData("""{ node(id: "RGlzaDox") { id } }""")]
    [InlineData("{ menus { name } restaurant { isOpen } }")]
    [InlineData("{ currentMenu { name } }")]
    public async Task What_is_not_public_or_not_of_the_store_alone_is_read_each_time(string query)
    {
        using var statements = new StatementCounter(app);
        for (var times = 0; times < 3; times++)
        {
            await statements.OfAsync(query);
        }
    }

    [Fact]
    public async Task What_follows_the_clock_changes_without_a_write()
    {
        var own = await RestaurantApp.OpenAsync();
        foreach (var (instant, menu) in new[]
        {
            ("2026-03-14T23:00Z", "Dinner"), ("2026-03-15T02:30Z", "Late"), ("2026-03-15T05:30Z", null), ("2026-03-15T12:00Z", "Breakfast"), ("2026-03-15T16:00Z", "Lunch"),
        })
        {
            own.Time.SetUtcNow(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture));
            Assert.Equal(menu, (await own.Client.QueryAsync("{ currentMenu { name } }"))["currentMenu"]?["name"]?.GetValue<string>());
            Assert.Equal(menu is not null, (await own.Client.QueryAsync("{ restaurant { isOpen } }"))["restaurant"]!["isOpen"]!.GetValue<bool>());
        }

        await own.DisposeAsync();
    }

    [Fact]
    public async Task Without_a_cache_each_answer_is_read()
    {
        var own = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, "--Reading:Cache=false");
        using var statements = new StatementCounter(own);
        Assert.Equal(3, await statements.OfAsync("{ menus { name categories { dishes { name } } } }"));
        Assert.Equal(3, await statements.OfAsync("{ menus { name categories { dishes { name } } } }"));
        await own.DisposeAsync();
    }

    [Fact]
    public async Task Without_room_each_answer_is_read()
    {
        var own = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, "--Reading:MaxCachedBytes=1000");
        using var statements = new StatementCounter(own);
        Assert.Equal(1, await statements.OfAsync("{ stations { name } }"));
        await statements.UntilKeptAsync("{ stations { name } }");
        for (var times = 0; times < 2; times++)
        {
            Assert.Equal(3, await statements.OfAsync("{ menus { name categories { dishes { name } } } }"));
        }

        await own.DisposeAsync();
    }

    [Fact]
    public async Task An_error_is_not_kept()
    {
        const string Query = "query($first: Int) { dishes(first: $first) { totalCount } }";
        for (var times = 0; times < 2; times++)
        {
            Assert.NotNull((await app.Client.SendAsync(Query, new { first = 51 }))["errors"]);
            Assert.Null((await app.Client.SendAsync(Query, new { first = 50 }))["errors"]);
        }
    }
}
