using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Orders;

/// <summary>A guest never sees another guest's order, in whatever way it is asked for, and cannot tell it from one that is not there.</summary>
public sealed class GuestTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    private static readonly string Missing = Ids.Of("Order", 999_999);

    [Fact]
    public async Task A_guest_sees_their_own_order_in_every_way()
    {
        var token = await app.ComeInAsync();
        using var guest = app.As(token);
        var order = await OrderAsync(guest);
        var seen = await guest.QueryAsync(
            """
            query($id: ID!) {
              node(id: $id) { id } nodes(ids: [$id]) { id } orderById(id: $id) { id visit { id } lines { id dish { name } } history { nodes { status } } }
              orders { totalCount nodes { id } }
            }
            """,
            new { id = order });
        Assert.Equal(order, seen["node"]!["id"]!.GetValue<string>());
        Assert.Equal(order, seen["nodes"]![0]!["id"]!.GetValue<string>());
        Assert.Equal(order, Assert.Single(seen["orders"]!["nodes"]!.AsArray())!["id"]!.GetValue<string>());
        Assert.Equal(await app.VisitOfAsync(token), seen["orderById"]!["visit"]!["id"]!.GetValue<string>());
        Assert.Equal("Margherita Pizza", seen["orderById"]!["lines"]![0]!["dish"]!["name"]!.GetValue<string>());
        Assert.Single(seen["orderById"]!["history"]!["nodes"]!.AsArray());
    }

    [Theory]
    [InlineData("{ node(id: $id) { id } }")]
    [InlineData("{ nodes(ids: [$id]) { id } }")]
    [InlineData("{ orderById(id: $id) { id total { amount } } }")]
    [InlineData("{ orders(where: { id: { eq: $id } }) { totalCount nodes { id } edges { cursor } } }")]
    public async Task Another_guests_order_is_one_that_is_not_there(string query)
    {
        var (order, _) = await OrderOfAnotherAsync();
        using var guest = app.As(await app.ComeInAsync());
        Assert.Equal(await guest.SnapshotAsync($"query($id: ID!) {query}", new { id = Missing }), await guest.SnapshotAsync($"query($id: ID!) {query}", new { id = order }));
    }

    [Fact]
    public async Task Parts_of_another_guests_order_are_not_there()
    {
        var (order, _) = await OrderOfAnotherAsync();
        var parts = (await app.Client.QueryAsync("query($id: ID!) { orderById(id: $id) { lines { id } visit { id } } }", new { id = order }))["orderById"]!;
        using var guest = app.As(await app.ComeInAsync());
        var ids = new[] { parts["lines"]![0]!["id"]!.GetValue<string>(), parts["visit"]!["id"]!.GetValue<string>() };
        Assert.All((await guest.QueryAsync("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids }))["nodes"]!.AsArray(), Assert.Null);
    }

    [Fact]
    public async Task Another_guests_order_is_in_no_list()
    {
        await OrderOfAnotherAsync();
        using var guest = app.As(await app.ComeInAsync());
        Assert.Equal(0, (await guest.QueryAsync("{ orders { totalCount } }"))["orders"]!["totalCount"]!.GetValue<int>());
    }

    [Fact]
    public async Task Another_guests_order_cannot_be_canceled()
    {
        var (order, version) = await OrderOfAnotherAsync();
        using var guest = app.As(await app.ComeInAsync());
        Assert.Equal(await CancelAsync(guest, Missing, version), await CancelAsync(guest, order, version));
        Assert.Equal("PLACED", await app.StatusAsync(order));
    }

    [Fact]
    public async Task Another_guests_order_cannot_be_followed()
    {
        var (order, _) = await OrderOfAnotherAsync();
        var token = await app.ComeInAsync();
        Assert.Equal(await FollowAsync(token, Missing), await FollowAsync(token, order));
    }

    [Fact]
    public async Task A_key_of_another_guest_gives_nothing_away()
    {
        using var first = app.As(await app.ComeInAsync());
        using var second = app.As(await app.ComeInAsync());
        var input = Documents.Margheritas();
        await first.QueryAsync(Documents.PlaceOrder, input);
        var again = (await second.QueryAsync(Documents.PlaceOrder, input))["placeOrder"]!;
        Assert.Null(again["order"]);
        Assert.Equal("IDEMPOTENCY_KEY_REUSED", again["errors"]![0]!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task Those_at_one_table_see_the_same_and_those_at_the_next_do_not()
    {
        var (first, next) = (await app.CodeOnAsync("T1"), await app.CodeOnAsync("T2"));
        using var one = app.As(await app.ComeInAsync(first));
        using var other = app.As(await app.ComeInAsync(first));
        using var neighbour = app.As(await app.ComeInAsync(next));
        var order = await OrderAsync(one, "DINE_IN");
        Assert.Equal("T1", (await other.QueryAsync("query($id: ID!) { orderById(id: $id) { table { code } } }", new { id = order }))["orderById"]!["table"]!["code"]!.GetValue<string>());
        Assert.Null((await neighbour.QueryAsync("query($id: ID!) { orderById(id: $id) { id } }", new { id = order }))["orderById"]);
        Assert.Equal("T2", Assert.Single((await neighbour.QueryAsync("{ tables { code } }"))["tables"]!.AsArray())!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_guest_orders_for_their_own_table_only()
    {
        using var guest = app.As(await app.ComeInAsync(await app.CodeOnAsync("T3")));
        var input = new { idempotencyKey = Guid.NewGuid(), type = "DINE_IN", tableId = Ids.Of("Table", 1), lines = new[] { new { dishId = Ids.Dish(Steps.Pizza), quantity = 1 } } };
        Assert.Equal("TABLE_NOT_FOUND", (await guest.QueryAsync(Documents.PlaceOrder, new { input }))["placeOrder"]!["errors"]![0]!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_guest_follows_their_own_order_and_hears_of_no_other()
    {
        var token = await app.ComeInAsync();
        using var guest = app.As(token);
        var order = await OrderAsync(guest);
        await using var socket = await SocketClient.OpenAsync(app.Endpoint, authorization: token);
        await socket.SendAsync(new { type = "connection_init" });
        await socket.ReceiveAsync();
        await socket.SubscribeAsync("1", "subscription($id: ID!) { onOrderChanged(orderId: $id) { status order { id } } }", new { id = order });
        Assert.Equal("PLACED", (await socket.NextAsync())["onOrderChanged"]!["status"]!.GetValue<string>());
        await OrderOfAnotherAsync();
        await app.DoAsync("acceptOrder", order);
        Assert.Equal("ACCEPTED", (await socket.NextAsync())["onOrderChanged"]!["status"]!.GetValue<string>());
    }

    private async Task<(string Id, int Version)> OrderOfAnotherAsync()
    {
        using var other = app.As(await app.ComeInAsync());
        var id = await OrderAsync(other);
        return (id, await app.VersionAsync(id));
    }

    private static async Task<string> OrderAsync(GraphQLClient guest, string type = "TAKEAWAY")
    {
        var input = new { idempotencyKey = Guid.NewGuid(), type, lines = new[] { new { dishId = Ids.Dish(Steps.Pizza), quantity = 1 } } };
        var payload = (await guest.QueryAsync(Documents.PlaceOrder, new { input }))["placeOrder"]!;
        Assert.True(payload["errors"] is null, payload.ToJsonString());
        return payload["order"]!["id"]!.GetValue<string>();
    }

    private static Task<string> CancelAsync(GraphQLClient guest, string orderId, int expectedVersion) => guest.SnapshotAsync(
        "mutation($input: CancelOrderInput!) { cancelOrder(input: $input) { order { id } errors { ... on Error { message code path } } } }",
        new { input = new { idempotencyKey = Guid.NewGuid(), orderId, expectedVersion } });

    private async Task<string?> FollowAsync(string token, string id)
    {
        await using var socket = await SocketClient.OpenAsync(app.Endpoint, authorization: token);
        await socket.SendAsync(new { type = "connection_init" });
        await socket.ReceiveAsync();
        await socket.SubscribeAsync("1", "subscription($id: ID!) { onOrderChanged(orderId: $id) { status } }", new { id });
        return (await socket.ReceiveAsync())?.ToJsonString();
    }
}
