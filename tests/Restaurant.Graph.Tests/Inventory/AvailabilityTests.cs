using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Inventory;

/// <summary>What there is not enough for goes off the menu by itself, and comes back by itself.</summary>
public sealed class AvailabilityTests
{
    private const string SoldOut = """{"isAvailable":false,"isMarkedUnavailable":false,"isSoldOut":true,"portionsLeft":0,"missingIngredients":[{"name":"Cheese"}]}""";
    private const string OneLeft = """{"isAvailable":true,"isMarkedUnavailable":false,"isSoldOut":false,"portionsLeft":1,"missingIngredients":[]}""";

    [Fact]
    public async Task A_dish_is_sold_out_with_its_last_portion_and_back_when_that_is()
    {
        await using var bar = await ToastBar.OpenAsync();
        Assert.Contains("""
            "isSoldOut":true,"portionsLeft":0,"missingIngredients":[{"name":"Bread"},{"name":"Cheese"}]
            """.Trim(), await bar.DishAsync(), StringComparison.Ordinal);
        await bar.DeliverAsync("Bread", 20);
        Assert.Equal(SoldOut, await bar.DishAsync());
        await using var follower = await Follower.StartAsync(
            bar.Endpoint, "onMenuChanged", "subscription { onMenuChanged { dish { isAvailable portionsLeft } } }");
        Assert.Null((await follower.NextAsync())["dish"]);

        await bar.DeliverAsync("Cheese", 59);
        Assert.Equal("""{"isAvailable":true,"portionsLeft":1}""", await NextDishAsync(follower));
        Assert.Equal(OneLeft, await bar.DishAsync());
        var order = (await bar.OrderAsync())["order"]!["id"]!.GetValue<string>();
        Assert.Equal("""{"isAvailable":false,"portionsLeft":0}""", await NextDishAsync(follower));
        Assert.Equal(SoldOut, await bar.DishAsync());
        Assert.Equal("OUT_OF_STOCK", CodeOf(await bar.OrderAsync()));
        Assert.Null((await bar.OrderAsync(ToastBar.NoCheese))["errors"]);

        await bar.DoAsync("cancelOrder", order);
        Assert.Equal("""{"isAvailable":true,"portionsLeft":1}""", await NextDishAsync(follower));
        Assert.Equal(OneLeft, await bar.DishAsync());
    }

    [Fact]
    public async Task A_dish_that_was_taken_off_by_hand_stays_off_until_it_is_put_back_by_hand()
    {
        await using var bar = await ToastBar.OpenAsync();
        await bar.DoAsync("markDishUnavailable", bar.DishId);
        await Task.WhenAll(bar.DeliverAsync("Bread", 2), bar.DeliverAsync("Cheese", 30));
        Assert.Equal(OneLeft.Replace("""{"isAvailable":true,"isMarkedUnavailable":false""", """{"isAvailable":false,"isMarkedUnavailable":true""", StringComparison.Ordinal), await bar.DishAsync());
        Assert.Equal("DISH_UNAVAILABLE", CodeOf(await bar.OrderAsync()));
        await bar.DoAsync("markDishAvailable", bar.DishId);
        Assert.Equal(OneLeft, await bar.DishAsync());

        Assert.Null((await bar.OrderAsync())["errors"]);
        await bar.DoAsync("markDishUnavailable", bar.DishId);
        await bar.DoAsync("markDishAvailable", bar.DishId);
        Assert.Contains("\"isAvailable\":false", await bar.DishAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_modifier_goes_and_comes_back_like_a_dish()
    {
        await using var bar = await ToastBar.OpenAsync();
        await Task.WhenAll(bar.DeliverAsync("Bread", 20), bar.DeliverAsync("Cheese", 300));
        Assert.Equal("Egg", await MissingAsync(bar));
        Assert.Equal("MODIFIER_UNAVAILABLE", CodeOf(await bar.OrderAsync(ToastBar.Egg)));
        await bar.DeliverAsync("Fried egg", 1);
        Assert.Equal("", await MissingAsync(bar));
        Assert.Null((await bar.OrderAsync(ToastBar.Egg))["errors"]);
        Assert.Equal("Egg", await MissingAsync(bar));
        Assert.Null((await bar.OrderAsync(ToastBar.ExtraCheese))["errors"]);
    }

    [Fact]
    public async Task A_guest_sees_how_many_portions_are_left_and_not_what_is_missing()
    {
        await using var bar = await ToastBar.OpenAsync();
        await bar.DeliverAsync("Cheese", 300);
        using var guest = bar.As(await bar.ComeInAsync());
        Assert.Equal("""{"isAvailable":false,"isMarkedUnavailable":false,"isSoldOut":true,"portionsLeft":0,"missingIngredients":[]}""", await bar.DishAsync(guest));
        Assert.Contains("""[{"name":"Bread"}]""", await bar.DishAsync(), StringComparison.Ordinal);
        await bar.DeliverAsync("Bread", 5);
        Assert.Contains("\"portionsLeft\":2", await bar.DishAsync(guest), StringComparison.Ordinal);
        foreach (var query in new[] { "{ ingredients { nodes { id } } }", "{ lowStock { nodes { id } } }", "{ stockMovements { nodes { id } } }" })
        {
            Assert.Equal("AUTH_NOT_AUTHORIZED", (await guest.SendAsync(query))["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
        }
    }

    // Modifiers come and go too, of which the menu tells without a dish.
    private static async Task<string> NextDishAsync(Follower follower)
    {
        JsonNode message;
        do
        {
            message = await follower.NextAsync();
        }
        while (message["dish"] is null);
        return message["dish"]!.ToJsonString();
    }

    private static async Task<string> MissingAsync(ToastBar bar)
    {
        var data = await bar.Client.QueryAsync("query($id: ID!) { dishById(id: $id) { modifierGroups { modifiers { name isAvailable } } } }", new { id = bar.DishId });
        return string.Join(", ", data["dishById"]!["modifierGroups"]![0]!["modifiers"]!.AsArray()
            .Where(modifier => !modifier!["isAvailable"]!.GetValue<bool>())
            .Select(modifier => modifier!["name"]!.GetValue<string>()));
    }

    private static string? CodeOf(JsonNode payload) => payload["errors"]?[0]?["code"]?.GetValue<string>();
}
