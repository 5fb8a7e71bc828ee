using System.Text.Json.Nodes;
using Restaurant.Graph.Staff;
using Restaurant.Graph.Tests.Support;
using Snapshooter.Xunit;

namespace Restaurant.Graph.Tests.Staff;

/// <summary>Who signs in, and who does not.</summary>
public sealed class SignInErrorTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    [Fact]
    public async Task Whoever_has_the_right_secret_gets_a_token_for_a_shift_and_it_is_written_down()
    {
        await app.HireAsync("Grace", StaffRole.Manager, "correct horse");
        var payload = await app.SignInAsync("Grace", "correct horse");
        Assert.Equal("manager", payload["accessToken"]!["role"]!.GetValue<string>());
        Assert.Equal("2026-03-15T09:00:00.000Z", payload["accessToken"]!["expiresAt"]!.GetValue<string>());
        using var grace = app.As(Tokens.Header(payload["accessToken"]!["token"]!.GetValue<string>()));
        await grace.QueryAsync(
            "mutation($input: MarkDishUnavailableInput!) { markDishUnavailable(input: $input) { dish { id } } }", new { input = new { dishId = Ids.Dish(Steps.Fries) } });
        var entries = (await grace.QueryAsync("""{ auditEntries(where: { name: { eq: "Grace" } }) { nodes { name role mutation subjectId occurredAt address } } }"""))["auditEntries"]!["nodes"]!;
        Snapshot.Match(entries.ToJsonString());
    }

    [Theory]
    [InlineData("Ada", "4321")]
    [InlineData("Ada", "")]
    [InlineData("Bob", "1234")]
    [InlineData("", "")]
    [InlineData("Ada", "loooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooong")]
    public async Task Whoever_has_not_is_told_the_same_whatever_is_wrong(string name, string secret)
    {
        await using var restaurant = await RestaurantApp.OpenAsync();
        await restaurant.HireAsync("Ada", StaffRole.Cook, "1234");
        using var nobody = restaurant.As(null);
        Snapshot.Match(await nobody.SnapshotAsync(People.SignIn, new { input = new { name, secret } }), "SignInErrorTests.Whoever_has_not_is_told_the_same");
    }

    [Theory]
    [InlineData("Ada")]
    [InlineData("Nobody")]
    public async Task Too_many_failures_slow_down_a_name_from_an_address_whether_or_not_it_exists(string name)
    {
        await using var restaurant = await RestaurantApp.OpenAsync("--Staff:MaxFailedAttempts=3", "--Staff:Lockout=00:03:00");
        await restaurant.HireAsync("Ada", StaffRole.Cook, "1234");
        for (var attempt = 0; attempt < 3; attempt++)
        {
            Assert.Equal(["WRONG_NAME_OR_SECRET"], (await restaurant.SignInAsync(name, "nonsense")).Codes());
        }

        using var nobody = restaurant.As(null);
        Snapshot.Match(
            await nobody.SnapshotAsync(People.SignIn, new { input = new { name, secret = "1234" } }),
            "SignInErrorTests.Too_many_failures_slow_down_a_name_from_an_address");
        restaurant.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(["WRONG_NAME_OR_SECRET"], (await restaurant.SignInAsync(name, "nonsense")).Codes());
        Assert.Equal(["SIGN_IN_LOCKED"], (await restaurant.SignInAsync(name, "1234")).Codes());
    }
}
