using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Dining;

/// <summary>Parties go on at another table, or as a part of another party, and what they ordered follows them.</summary>
public sealed class MovingTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    [Fact]
    public async Task What_a_party_has_ordered_is_brought_to_its_new_table()
    {
        var token = await app.ComeInAsync(await app.CodeOnAsync("T1"));
        var order = await OrderAsync(token);
        var tickets = (await app.TicketsAsync(order)).Count;
        var moved = await MoveAsync(await app.VisitOfAsync(token), "T2");
        Assert.Equal("T2", moved["table"]!.Text("code"));
        Assert.Equal(["DIRTY", "OCCUPIED"], [await app.TableStatusAsync("T1"), await app.TableStatusAsync("T2")]);
        using var guest = app.As(token);
        Assert.Equal("T2", (await SeenAsync(guest, order))!["table"]!.Text("code"));
        Assert.Equal("T2", Assert.Single((await guest.QueryAsync("{ tables { code } }"))["tables"]!.AsArray())!.Text("code"));
        Assert.Equal(tickets, (await app.TicketsAsync(order)).Count);
    }

    [Fact]
    public async Task A_party_does_not_move_to_a_table_where_another_sits()
    {
        await app.SeatAsync("T3");
        var visit = await app.SeatAsync("T4");
        var payload = await app.Client.TryAsync("moveVisit", "visit", new { idempotencyKey = Guid.NewGuid(), visitId = visit.Text("id"), expectedVersion = 1, tableId = (await app.TableAsync("T3")).Text("id") });
        Assert.Equal(["TABLE_ACTION_NOT_ALLOWED"], payload.Codes());
        Assert.Equal("OCCUPIED", await app.TableStatusAsync("T4"));
    }

    [Fact]
    public async Task Parties_that_became_one_see_each_others_orders_and_strangers_do_not()
    {
        var (one, other, stranger) = (await app.ComeInAsync(await app.CodeOnAsync("T5")), await app.ComeInAsync(await app.CodeOnAsync("T6")), await app.ComeInAsync(await app.CodeOnAsync("T7")));
        var (ofOne, ofOther) = (await OrderAsync(one), await OrderAsync(other));
        var (visit, into) = (await app.VisitOfAsync(one), await app.VisitOfAsync(other));
        using var oneGuest = app.As(one);
        Assert.Null(await SeenAsync(oneGuest, ofOther));
        var merged = await MergeAsync(visit, into);
        Assert.Equal("MERGED", merged.Text("status"));
        Assert.Equal(into, merged["mergedInto"]!.Text("id"));
        app.Time.Advance(TimeSpan.FromSeconds(2));
        var later = await OrderAsync(one);
        using var otherGuest = app.As(other);
        using var strangeGuest = app.As(stranger);
        foreach (var order in new[] { ofOne, ofOther, later })
        {
            Assert.Equal(into, (await SeenAsync(oneGuest, order))!["visit"]!.Text("id"));
            Assert.Equal("T6", (await SeenAsync(otherGuest, order))!["table"]!.Text("code"));
            Assert.Null(await SeenAsync(strangeGuest, order));
        }

        Assert.Equal(3, (await oneGuest.QueryAsync("{ orders { totalCount } }"))["orders"]!.Number("totalCount"));
        Assert.Equal("T6", Assert.Single((await oneGuest.QueryAsync("{ tables { code } }"))["tables"]!.AsArray())!.Text("code"));
        Assert.Equal("DIRTY", await app.TableStatusAsync("T5"));
    }

    [Fact]
    public async Task A_party_is_allergic_to_whatever_one_of_its_guests_is()
    {
        var (one, other) = (await app.ComeInAsync(await app.CodeOnAsync("T13")), await app.ComeInAsync(await app.CodeOnAsync("T14")));
        var into = await app.VisitOfAsync(other);
        using var guest = app.As(one);
        using var host = app.As(other);
        await DeclareAsync(guest, "GLUTEN");
        await DeclareAsync(host, "FISH");
        await MergeAsync(await app.VisitOfAsync(one), into);
        var input = new { idempotencyKey = Guid.NewGuid(), type = "DINE_IN", lines = new[] { new { dishId = Ids.Dish(Steps.Pizza), quantity = 1 } } };
        foreach (var who in new[] { guest, host })
        {
            Assert.Equal(["ALLERGEN_CONFLICT"], (await who.QueryAsync(Documents.PlaceOrder, new { input }))["placeOrder"]!.Codes());
        }

        app.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(into, await DeclareAsync(guest, "NUTS"));
        Assert.Null((await host.QueryAsync(Documents.PlaceOrder, new { input }))["placeOrder"]!["errors"]);
    }

    [Fact]
    public async Task A_party_of_parties_is_allergic_to_whatever_any_of_their_guests_is()
    {
        var tokens = new List<string>();
        foreach (var (table, allergen) in new[] { ("B1", "MILK"), ("B2", "FISH"), ("B3", "NUTS") })
        {
            tokens.Add(await app.ComeInAsync(await app.CodeOnAsync(table)));
            using var guest = app.As(tokens[^1]);
            await DeclareAsync(guest, allergen);
        }

        string[] visits = [await app.VisitOfAsync(tokens[0]), await app.VisitOfAsync(tokens[1]), await app.VisitOfAsync(tokens[2])];
        var (first, last) = (await OrderAsync(tokens[0], "MILK"), await OrderAsync(tokens[2]));
        await MergeAsync(visits[0], visits[1]);
        await MergeAsync(visits[1], visits[2]);
        foreach (var order in new[] { first, last })
        {
            Assert.Equal("""["FISH","MILK","NUTS"]""", (await app.OrderAsync(order, "allergies"))["allergies"]!.ToJsonString());
        }

        Assert.Equal("""["FISH","MILK","NUTS"]""", (await app.Client.QueryAsync("query($id: ID!) { node(id: $id) { ... on Visit { allergies } } }", new { id = visits[2] }))["node"]!["allergies"]!.ToJsonString());
    }

    [Fact]
    public async Task Guests_of_a_part_stay_as_long_as_the_party_whatever_becomes_of_it()
    {
        var token = await app.ComeInAsync(await app.CodeOnAsync("T8"));
        var (first, second, third) = (await app.VisitOfAsync(token), (await app.SeatAsync("T9")).Text("id"), (await app.SeatAsync("T10", 5)).Text("id"));
        var order = await OrderAsync(token);
        await MergeAsync(first, second);
        await MergeAsync(second, third);
        app.Time.Advance(TimeSpan.FromSeconds(2));
        using var guest = app.As(token);
        Assert.Equal(third, (await SeenAsync(guest, order))!["visit"]!.Text("id"));
        await app.Client.DoAsync("closeVisit", "visit", new { visitId = third, leaveUnpaid = true });
        app.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("AUTH_NOT_AUTHENTICATED", (await guest.SendAsync("{ tables { code } }"))["errors"]![0]!["extensions"]!.Text("code"));
    }

    [Fact]
    public async Task A_guest_goes_on_following_an_order_that_another_party_has_taken_over()
    {
        var token = await app.ComeInAsync(await app.CodeOnAsync("T11"));
        var order = await OrderAsync(token);
        await using var socket = await SocketClient.OpenAsync(app.Endpoint, authorization: token);
        await socket.SendAsync(new { type = "connection_init" });
        await socket.ReceiveAsync();
        await socket.SubscribeAsync("1", "subscription($id: ID!) { onOrderChanged(orderId: $id) { version status order { table { code } } } }", new { id = order });
        Assert.Equal(1, (await socket.NextAsync())["onOrderChanged"]!.Number("version"));
        await MergeAsync(await app.VisitOfAsync(token), (await app.SeatAsync("T12")).Text("id"));
        var message = (await socket.NextAsync())["onOrderChanged"]!;
        Assert.Equal("T12", message["order"]!["table"]!.Text("code"));
        Assert.Equal(2, message.Number("version"));
    }

    private static async Task<string> DeclareAsync(GraphQLClient guest, string allergen) =>
        (await guest.DoAsync("declareAllergies", "visit", new { allergens = new[] { allergen } })).Text("id");

    private async Task<JsonNode> MoveAsync(string visitId, string table) => await app.Client.DoAsync(
        "moveVisit", "visit", new { idempotencyKey = Guid.NewGuid(), visitId, expectedVersion = await VersionAsync(visitId), tableId = (await app.TableAsync(table)).Text("id") });

    private async Task<JsonNode> MergeAsync(string visitId, string intoVisitId) => await app.Client.DoAsync(
        "mergeVisits", "visit", new { idempotencyKey = Guid.NewGuid(), visitId, expectedVersion = await VersionAsync(visitId), intoVisitId });

    private async Task<int> VersionAsync(string id) =>
        (await app.Client.QueryAsync("query($id: ID!) { node(id: $id) { ... on Visit { version } } }", new { id }))["node"]!.Number("version");

    private async Task<string> OrderAsync(string token, params string[] acknowledgedAllergens)
    {
        using var guest = app.As(token);
        var input = new { idempotencyKey = Guid.NewGuid(), type = "DINE_IN", lines = new[] { new { dishId = Ids.Dish(Steps.Pizza), quantity = 1, acknowledgedAllergens } } };
        var payload = (await guest.QueryAsync(Documents.PlaceOrder, new { input }))["placeOrder"]!;
        Assert.True(payload["errors"] is null, payload.ToJsonString());
        return payload["order"]!.Text("id");
    }

    private static async Task<JsonNode?> SeenAsync(GraphQLClient client, string id) =>
        (await client.QueryAsync("query($id: ID!) { orderById(id: $id) { visit { id } table { code } lines { dishName } } }", new { id }))["orderById"];
}
