using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Menu;

/// <summary>Following the menu while it is being served.</summary>
public sealed class MenuStreamTests : IAsyncLifetime
{
    private const string OnMenuChanged =
        "subscription($after: String) { onMenuChanged(after: $after) { __typename cursor occurredAt dish { id name isAvailable price { amount } } } }";

    private readonly RestaurantApp _app = RestaurantApp.Of(RestaurantApp.AlwaysOpen);

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_dish_that_is_taken_off_is_told_once()
    {
        await using var follower = await StartedAsync();
        var pizza = Ids.Dish(Steps.Pizza);
        await _app.DoAsync("markDishUnavailable", pizza);
        Assert.Equal((pizza, false), Summary(await follower.NextAsync()));
        await _app.DoAsync("markDishUnavailable", pizza);
        await _app.DoAsync("markDishAvailable", pizza);
        Assert.Equal((pizza, true), Summary(await follower.NextAsync()));
    }

    [Fact]
    public async Task An_import_asks_to_read_the_whole_menu_again()
    {
        await using var follower = await StartedAsync();
        await _app.ImportAsync(MenuFiles.Seed());
        Assert.Null((await follower.NextAsync())["dish"]);
    }

    [Fact]
    public async Task An_import_with_faults_tells_nothing()
    {
        await using var follower = await StartedAsync();
        Assert.NotEmpty(await _app.ImportTextAsync("{}"));
        await _app.DoAsync("markDishUnavailable", Ids.Dish(2));
        Assert.Equal((Ids.Dish(2), false), Summary(await follower.NextAsync()));
    }

    [Fact]
    public async Task The_menu_can_be_followed_from_a_cursor()
    {
        await using var follower = await StartedAsync();
        await _app.DoAsync("markDishUnavailable", Ids.Dish(1));
        var cursor = (await follower.NextAsync())["cursor"]!.GetValue<string>();
        await _app.DoAsync("markDishUnavailable", Ids.Dish(2));
        await _app.PlaceAsync(Steps.Fries);
        await _app.DoAsync("markDishUnavailable", Ids.Dish(3));
        await using var again = await Follower.StartAsync(_app.Endpoint, "onMenuChanged", OnMenuChanged, new { after = cursor });
        Assert.Equal([Ids.Dish(2), Ids.Dish(3)], (await again.NextAsync(2)).Select(message => Summary(message).Id));
    }

    // A follower whose stream has begun for certain, since it has told of something.
    private async Task<Follower> StartedAsync()
    {
        var follower = await Follower.StartAsync(_app.Endpoint, "onMenuChanged", OnMenuChanged);
        var off = false;
        var marked = 0;
        await follower.NextAsync(async () =>
        {
            off = !off;
            marked++;
            await _app.DoAsync(off ? "markDishUnavailable" : "markDishAvailable", Ids.Dish(99));
        });
        await _app.DoAsync("markDishAvailable", Ids.Dish(98));
        await _app.DoAsync("markDishUnavailable", Ids.Dish(98));
        while (Summary(await follower.NextAsync()).Id != Ids.Dish(98))
        {
            Assert.True(marked-- > 0, "More was told than has happened.");
        }

        return follower;
    }

    private static (string? Id, bool? IsAvailable) Summary(JsonNode message) =>
        (message["dish"]?["id"]?.GetValue<string>(), message["dish"]?["isAvailable"]?.GetValue<bool>());
}
