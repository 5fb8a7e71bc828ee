using Restaurant.Graph.Tests.Support;
using Snapshooter.Xunit;

namespace Restaurant.Graph.Tests.Dining;

/// <summary>Guests come and go.</summary>
public sealed class VisitErrorTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    [Fact]
    public async Task A_code_that_is_on_no_table_lets_nobody_in()
    {
        using var nobody = app.As(null);
        Snapshot.Match(await nobody.SnapshotAsync(People.StartVisit, new { input = new { tableCode = "T1" } }));
    }

    [Fact]
    public async Task A_visit_that_is_not_there_cannot_be_closed() => Snapshot.Match(
        await app.Client.SnapshotAsync(People.CloseVisit, new { input = new { visitId = Ids.Of("Visit", 999_999) } }));

    [Fact]
    public async Task The_next_party_at_a_table_is_another_visit()
    {
        var code = await app.CodeOnAsync("T4");
        var first = await app.VisitOfAsync(await app.ComeInAsync(code));
        Assert.Equal(first, await app.VisitOfAsync(await app.ComeInAsync(code)));
        await app.Client.QueryAsync(People.CloseVisit, new { input = new { visitId = first } });
        Assert.NotEqual(first, await app.VisitOfAsync(await app.ComeInAsync(code)));
    }

    [Fact]
    public async Task Whoever_comes_long_after_a_party_that_nobody_saw_leave_is_of_the_next()
    {
        await using var restaurant = await RestaurantApp.OpenAsync("--Dining:MaxVisit=06:00:00");
        var code = await restaurant.CodeOnAsync("T5");
        var first = await restaurant.VisitOfAsync(await restaurant.ComeInAsync(code));
        restaurant.Time.Advance(TimeSpan.FromHours(6));
        Assert.NotEqual(first, await restaurant.VisitOfAsync(await restaurant.ComeInAsync(code)));
    }
}
