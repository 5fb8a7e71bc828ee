using Restaurant.Graph.Tests.Support;
using Snapshooter;
using Snapshooter.Xunit;

namespace Restaurant.Graph.Tests.Menu;

/// <summary>Taking dishes off for now and putting them back.</summary>
public sealed class DishAvailabilityErrorTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    [Theory]
    [InlineData("markDishUnavailable")]
    [InlineData("markDishAvailable")]
    public async Task A_dish_that_is_not_there_is_a_typed_error(string mutation) => Snapshot.Match(
        (await app.TryAsync(mutation, Ids.Dish(999_999))).ToJsonString(), SnapshotNameExtension.Create(mutation));

    [Fact]
    public async Task A_dish_that_is_taken_off_stays_on_the_menu_and_can_be_put_back()
    {
        var id = Ids.Dish(80);
        await app.DoAsync("markDishUnavailable", id);
        await app.DoAsync("markDishUnavailable", id);
        Assert.Equal((false, 1), await StateAsync(id));
        Assert.NotNull((await OrderAsync(id))["errors"]);

        await app.DoAsync("markDishAvailable", id);
        await app.DoAsync("markDishAvailable", id);
        Assert.Equal((true, 1), await StateAsync(id));
        Assert.Null((await OrderAsync(id))["errors"]);
    }

    [Fact]
    public async Task A_dish_that_has_left_the_menu_cannot_be_put_back()
    {
        var own = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen);
        await own.ImportAsync(MenuFiles.Of(MenuFiles.Dish("soup", "Soup")));
        foreach (var mutation in new[] { "markDishAvailable", "markDishUnavailable" })
        {
            Assert.Equal("DISH_NOT_FOUND", (await own.TryAsync(mutation, Ids.Dish(80)))["errors"]![0]!["code"]!.GetValue<string>());
        }

        await own.DisposeAsync();
    }

    private async Task<(bool IsAvailable, int Listed)> StateAsync(string id)
    {
        var data = await app.Client.QueryAsync(
            "query($id: ID!) { dishById(id: $id) { isAvailable } dishes(where: { id: { eq: $id } }) { totalCount } }", new { id });
        return (data["dishById"]!["isAvailable"]!.GetValue<bool>(), data["dishes"]!["totalCount"]!.GetValue<int>());
    }

    private Task<System.Text.Json.Nodes.JsonNode> OrderAsync(string dishId) =>
        app.PlaceAsync(new { idempotencyKey = Guid.NewGuid(), type = "TAKEAWAY", lines = new[] { new { dishId, quantity = 1 } } });
}
