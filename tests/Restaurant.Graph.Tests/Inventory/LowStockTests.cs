using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Inventory;

/// <summary>What runs low is told once, and once more when there is enough of it.</summary>
public sealed class LowStockTests
{
    private const string OnLowStock = "subscription { onLowStock { isLow wasLow onHand reserved cause ingredient { name } } }";

    [Fact]
    public async Task An_ingredient_that_falls_to_its_reorder_point_is_told_and_so_is_its_recovery()
    {
        await using var bar = await ToastBar.OpenAsync();
        Assert.Equal(["Bread", "Cheese", "Fried egg"], await LowAsync(bar));
        await bar.DeliverAsync("Bread", 100);
        await bar.DeliverAsync("Cheese", 300);
        await using var follower = await Follower.StartAsync(bar.Endpoint, "onLowStock", OnLowStock);
        Assert.Equal("""{"isLow":false,"wasLow":true,"onHand":300,"reserved":0,"cause":"DELIVERY","ingredient":{"name":"Cheese"}}""", (await follower.NextAsync()).ToJsonString());

        Assert.Null((await SetAsync(bar, 240))["errors"]);
        Assert.Equal(["Fried egg"], await LowAsync(bar));
        Assert.Null((await bar.OrderAsync())["errors"]);
        var order = (await bar.OrderAsync())["order"]!["id"]!.GetValue<string>();
        Assert.Null((await bar.OrderAsync())["errors"]);
        Assert.Equal("""{"isLow":true,"wasLow":false,"onHand":300,"reserved":60,"cause":null,"ingredient":{"name":"Cheese"}}""", (await follower.NextAsync()).ToJsonString());
        Assert.Equal(["Cheese", "Fried egg"], await LowAsync(bar));

        await bar.DoAsync("cancelOrder", order);
        Assert.Null((await SetAsync(bar, 239))["errors"]);
        Assert.Equal("""{"isLow":false,"wasLow":true,"onHand":300,"reserved":60,"cause":null,"ingredient":{"name":"Cheese"}}""", (await follower.NextAsync()).ToJsonString());
    }

    [Fact]
    public async Task A_menu_file_that_moves_the_reorder_point_is_told_of_too()
    {
        await using var bar = await ToastBar.OpenAsync();
        await bar.DeliverAsync("Cheese", 300);
        await using var follower = await Follower.StartAsync(bar.Endpoint, "onLowStock", OnLowStock);
        await follower.NextAsync();
        var file = ToastBar.Menu();
        file["ingredients"]!.AsArray().Single(ingredient => ingredient!.Text("key") == "cheese")!["reorderPoint"] = 400;
        await bar.ImportAsync(file);
        Assert.Equal("""{"isLow":true,"wasLow":false,"onHand":300,"reserved":0,"cause":null,"ingredient":{"name":"Cheese"}}""", (await follower.NextAsync()).ToJsonString());
    }

    [Fact]
    public async Task Orders_of_what_there_is_plenty_of_are_told_to_nobody()
    {
        await using var bar = await ToastBar.OpenAsync();
        await bar.DeliverAsync("Bread", 100);
        await bar.DeliverAsync("Cheese", 300);
        await using var follower = await Follower.StartAsync(bar.Endpoint, "onStockChanged", "subscription { onStockChanged { onHand reserved cause ingredient { name } } }");
        Assert.Equal("Cheese", (await follower.NextAsync())["ingredient"]!["name"]!.GetValue<string>());
        Assert.Null((await bar.OrderAsync())["errors"]);
        await bar.DeliverAsync("Cheese", 1);
        Assert.Equal("""{"onHand":301,"reserved":30,"cause":"DELIVERY","ingredient":{"name":"Cheese"}}""", (await follower.NextAsync()).ToJsonString());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(10_000_001)]
    public async Task A_reorder_point_out_of_bounds_is_a_typed_error(int reorderPoint)
    {
        await using var bar = await ToastBar.OpenAsync();
        Assert.Equal(
            $$"""[{"code":"INVALID_AMOUNT","message":"The amount is {{reorderPoint}} where it has to be 0 to 10000000.","path":["input","reorderPoint"]}]""",
            (await SetAsync(bar, reorderPoint))["errors"]!.ToJsonString());
    }

    private static async Task<JsonNode> SetAsync(ToastBar bar, int reorderPoint) => (await bar.Client.QueryAsync(
        "mutation($input: SetReorderPointInput!) { setReorderPoint(input: $input) { ingredient { reorderPoint } errors { ... on Error { code message path } } } }",
        new { input = new { ingredientId = bar.IdOf("Cheese"), reorderPoint } }))["setReorderPoint"]!;

    private static async Task<IEnumerable<string>> LowAsync(ToastBar bar) =>
        (await bar.Client.QueryAsync("{ lowStock { nodes { name isLow } } }"))["lowStock"]!["nodes"]!.AsArray().Select(low =>
        {
            Assert.True(low!["isLow"]!.GetValue<bool>());
            return low["name"]!.GetValue<string>();
        });
}
