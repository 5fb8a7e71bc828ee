using System.Text.Json.Nodes;
using Restaurant.Graph.Kitchen;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Inventory;

/// <summary>
/// Guests without a table hold a share of the stock. What they order beyond it waits for the staff, and holds nothing until then. A toast takes 2
/// of bread and 30 of cheese.
/// </summary>
public sealed class StockShareTests
{
    private static readonly string[] Unbound = ["--Orders:MaxItemsWithoutTable=0", "--Orders:StockShareWithoutTable=25"];

    [Fact]
    public async Task Strangers_hold_no_more_than_a_share_however_many_identities_they_have()
    {
        await using var bar = await OpenAsync(Unbound);
        var held = 0;
        for (var stranger = 0; stranger < 8; stranger++)
        {
            var order = await PlaceAsync(bar, quantity: 10);
            held += order["needsConfirmation"]!.GetValue<bool>() ? 0 : 10;
            Assert.Equal("PLACED", order.Text("status"));
        }

        Assert.Equal(20, held);
        Assert.Equal((3_000, 600), await bar.StockAsync("Cheese"));

        // The staff orders the rest.
        Assert.False((await PlaceAsync(bar, 80, bar.Client))["needsConfirmation"]!.GetValue<bool>());
        Assert.Equal((3_000, 3_000), await bar.StockAsync("Cheese"));
    }

    [Fact]
    public async Task One_order_for_almost_everything_holds_nothing_until_the_staff_accepts_it()
    {
        await using var bar = await OpenAsync(Unbound);
        var order = await PlaceAsync(bar, quantity: 97);
        Assert.True(order["needsConfirmation"]!.GetValue<bool>());
        Assert.Equal((3_000, 0), await bar.StockAsync("Cheese"));
        await bar.DoAsync("acceptOrder", order.Text("id"));
        Assert.Equal((3_000, 97 * 30), await bar.StockAsync("Cheese"));
        Assert.False((await Evening.OrderAsync(bar, order.Text("id"), "needsConfirmation"))["needsConfirmation"]!.GetValue<bool>());
        await bar.CookAsync(order.Text("id"));
        Assert.Equal((90, 0), await bar.StockAsync("Cheese"));
    }

    [Fact]
    public async Task What_has_gone_to_others_meanwhile_is_not_accepted()
    {
        await using var bar = await OpenAsync(Unbound);
        var order = await PlaceAsync(bar, quantity: 60);
        await PlaceAsync(bar, quantity: 50, bar.Client);
        Assert.Equal(["OUT_OF_STOCK"], (await bar.TryAsync("acceptOrder", order.Text("id"))).Codes());
        Assert.Equal((3_000, 1_500), await bar.StockAsync("Cheese"));
        await bar.DoAsync("rejectOrder", order.Text("id"));
        Assert.Equal((3_000, 1_500), await bar.StockAsync("Cheese"));
    }

    [Fact]
    public async Task More_than_there_is_is_sold_out_for_strangers_too()
    {
        await using var bar = await OpenAsync(Unbound);
        using var guest = bar.As(await bar.ComeInAsync());
        Assert.Equal(["OUT_OF_STOCK"], (await TryPlaceAsync(bar, 60, guest, 41)).Codes());
    }

    [Fact]
    public async Task An_order_beyond_the_share_is_not_accepted_by_itself()
    {
        await using var bar = await OpenAsync([.. Unbound, "--Kitchen:AutoAccept=true"]);
        var (small, large) = (await PlaceAsync(bar, quantity: 10), await PlaceAsync(bar, quantity: 30));
        await bar.RunAsync<AutoAcceptance>();
        Assert.Equal("ACCEPTED", await bar.StatusAsync(small.Text("id")));
        Assert.Equal("PLACED", await bar.StatusAsync(large.Text("id")));

        // What was accepted without the staff counts as long as it is open and unpaid.
        Assert.True((await PlaceAsync(bar, quantity: 20))["needsConfirmation"]!.GetValue<bool>());
        Assert.Null((await bar.PayAsync(small.Text("id"), 1))["errors"]);
        Assert.False((await PlaceAsync(bar, quantity: 20))["needsConfirmation"]!.GetValue<bool>());
    }

    [Fact]
    public async Task What_the_staff_has_accepted_counts_no_more()
    {
        await using var bar = await OpenAsync(Unbound);
        var first = await PlaceAsync(bar, quantity: 20);
        Assert.True((await PlaceAsync(bar, quantity: 20))["needsConfirmation"]!.GetValue<bool>());
        await bar.DoAsync("acceptOrder", first.Text("id"));
        Assert.False((await PlaceAsync(bar, quantity: 20))["needsConfirmation"]!.GetValue<bool>());
    }

    private static async Task<ToastBar> OpenAsync(string[] settings)
    {
        var bar = await ToastBar.OpenAsync(settings);
        await bar.DeliverAsync("Bread", 1_000);
        await bar.DeliverAsync("Cheese", 3_000);
        return bar;
    }

    // Another stranger each time, unless somebody else is said.
    private static async Task<JsonNode> PlaceAsync(ToastBar bar, int quantity, GraphQLClient? client = null)
    {
        using var stranger = bar.As(await bar.ComeInAsync());
        var payload = await TryPlaceAsync(bar, quantity, client ?? stranger);
        Assert.True(payload["errors"] is null, payload.ToJsonString());
        return payload["order"]!;
    }

    private static async Task<JsonNode> TryPlaceAsync(ToastBar bar, int quantity, GraphQLClient client, int more = 0)
    {
        object[] lines = [bar.Line([], quantity), .. more > 0 ? [bar.Line([], more)] : Array.Empty<object>()];
        return (await client.QueryAsync(
            "mutation($input: PlaceOrderInput!) { placeOrder(input: $input) { order { id status needsConfirmation } errors { ... on Error { code message } } } }",
            new { input = new { idempotencyKey = Guid.NewGuid(), type = "TAKEAWAY", lines } }))["placeOrder"]!;
    }
}
