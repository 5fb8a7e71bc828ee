using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Menu;

/// <summary>Following the menu while it is being served.</summary>
public sealed class MenuStreamTests : IAsyncLifetime
{
    private const string OnMenuChanged =
        "subscription($after: String) { onMenuChanged(after: $after) { __typename cursor occurredAt dish { id name isAvailable price { amount } } modifier { id name priceDelta { amount } } } }";

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
    public async Task A_modifier_that_is_edited_is_told_by_itself()
    {
        await using var follower = await StartedAsync();
        await _app.EditAsync("editModifier", new { modifierId = Ids.Modifier(1), priceDelta = 2.5m });
        var told = await follower.NextAsync();
        Assert.Null(told["dish"]);
        Assert.Equal(
            $$$"""{"id":"{{{Ids.Modifier(1)}}}","name":"Extra mozzarella","priceDelta":{"amount":2.50}}""", told["modifier"]!.ToJsonString());
    }

    [Fact]
    public async Task A_modifier_of_which_there_is_no_more_is_told_by_itself()
    {
        await using var follower = await StartedAsync();
        var patties = (await _app.Client.QueryAsync("""{ ingredients(where: { name: { eq: "Beef patty" } }) { nodes { id version } } }"""))["ingredients"]!["nodes"]![0]!;
        await _app.MutateAsync(
            "countStock", new { idempotencyKey = Guid.NewGuid(), ingredientId = patties.Text("id"), quantity = 0, expectedVersion = patties.Number("version") }, "ingredient { onHand }");
        var told = await follower.NextAsync(3);
        Assert.Equal(["Second beef patty"], told.Select(message => message["modifier"]?["name"]?.GetValue<string>()).OfType<string>());
        Assert.Equal(2, told.Count(message => message["dish"] is not null));
    }

    [Fact]
    public async Task A_modifier_that_has_left_the_menu_leaves_its_changes()
    {
        await _app.EditAsync("editModifier", new { modifierId = Ids.Modifier(1), priceDelta = 2.5m });
        await _app.ImportAsync(MenuFiles.Of(MenuFiles.Dish("bread", "Bread")));
        await using var follower = await Follower.StartAsync(_app.Endpoint, "onMenuChanged", OnMenuChanged, new { after = "AAAAAAAAAAA" });
        Assert.Equal([null, null, null], (await follower.NextAsync(3)).Select(message => message["modifier"]));
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
