using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Orders;

/// <summary>What guests declare after they have ordered counts for what they order next, and everybody who makes or brings it is told.</summary>
public sealed class LateAllergyTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    [Fact]
    public async Task What_is_declared_after_ordering_counts_for_lines_that_are_added()
    {
        using var guest = app.As(await app.ComeInAsync(await app.CodeOnAsync("T1")));
        var order = await OrderAsync(guest);
        await DeclareAsync(guest, "MILK");
        Assert.Equal("""["MILK"]""", (await app.OrderAsync(order, "allergies"))["allergies"]!.ToJsonString());
        Assert.Equal(["ALLERGEN_CONFLICT"], (await AddAsync(order)).Codes());
        Assert.Empty((await AddAsync(order, "MILK")).Codes());
    }

    [Fact]
    public async Task What_is_declared_is_a_change_of_the_visit_of_its_open_orders_and_of_their_tickets()
    {
        using var guest = app.As(await app.ComeInAsync(await app.CodeOnAsync("T2")));
        var order = await OrderAsync(guest);
        await app.DoAsync("acceptOrder", order);
        await using var visits = await Follower.StartAsync(app.Endpoint, "onVisitsChanged", "subscription { onVisitsChanged(after: \"AAAAAAAAAAA\") { visit { version allergies table { code } } } }");
        var ticket = Assert.Single(await app.TicketsAsync(order));
        var version = await app.VersionAsync(ticket);
        var visit = await DeclareAsync(guest, "MILK");
        Assert.Equal(2, visit.Number("version"));
        var told = (await visits.NextAsync())["visit"]!;
        Assert.Equal((2, """["MILK"]""", "T2"), (told.Number("version"), told["allergies"]!.ToJsonString(), told["table"]!.Text("code")));
        var history = (await app.OrderAsync(order, "history { nodes { change status } }"))["history"]!["nodes"]!.AsArray();
        Assert.Equal(("ALLERGIES", "ACCEPTED"), (history[^1]!.Text("change"), history[^1]!.Text("status")));
        Assert.Equal(version + 1, await app.VersionAsync(ticket));
    }

    [Fact]
    public async Task What_was_declared_already_is_no_change()
    {
        using var guest = app.As(await app.ComeInAsync());
        Assert.Equal(2, (await DeclareAsync(guest, "FISH", "MILK")).Number("version"));
        Assert.Equal(2, (await DeclareAsync(guest, "MILK", "FISH")).Number("version"));
    }

    [Fact]
    public async Task An_order_that_is_closed_stays_as_it_is()
    {
        using var guest = app.As(await app.ComeInAsync(await app.CodeOnAsync("T3")));
        var order = await OrderAsync(guest);
        await app.DoAsync("cancelOrder", order);
        await DeclareAsync(guest, "MILK");
        Assert.Equal("[]", (await app.OrderAsync(order, "allergies"))["allergies"]!.ToJsonString());
    }

    private static async Task<JsonNode> DeclareAsync(GraphQLClient guest, params string[] allergens) =>
        await guest.DoAsync("declareAllergies", "visit", new { allergens });

    private static async Task<string> OrderAsync(GraphQLClient guest)
    {
        var input = new { idempotencyKey = Guid.NewGuid(), type = "DINE_IN", lines = new[] { new { dishId = Ids.Dish(Steps.Fries), quantity = 1 } } };
        return (await guest.QueryAsync(Documents.PlaceOrder, new { input }))["placeOrder"]!["order"]!.Text("id");
    }

    private Task<JsonNode> AddAsync(string order, params string[] acknowledgedAllergens) =>
        app.WithOrderAsync("addOrderLines", order, new { lines = new[] { new { dishId = Ids.Dish(Steps.Pizza), quantity = 1, acknowledgedAllergens } } });
}
