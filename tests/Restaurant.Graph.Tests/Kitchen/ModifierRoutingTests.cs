using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Kitchen;

/// <summary>A modifier can bring a dish to a second station; the dish is ready when both are done with it.</summary>
public sealed class ModifierRoutingTests(ModifierRoutingTests.Grill app) : IClassFixture<ModifierRoutingTests.Grill>
{
    [Fact]
    public async Task Each_station_gets_a_ticket_and_the_last_makes_the_line_ready()
    {
        var order = await AcceptedAsync("Fries");
        Assert.Equal(["Stove QUEUED NEW", "Fryer QUEUED NEW"], await TicketsAsync(order));
        var tickets = await app.TicketsAsync(order);

        await app.DoAsync("startTicket", tickets[0]);
        await app.DoAsync("bumpTicket", tickets[0]);
        Assert.Equal(["Stove READY IN_PREPARATION", "Fryer QUEUED IN_PREPARATION"], await TicketsAsync(order));
        Assert.Equal("IN_PREPARATION", await app.StatusAsync(order));

        await app.DoAsync("startTicket", tickets[1]);
        await app.DoAsync("bumpTicket", tickets[1]);
        Assert.Equal(["Stove READY READY", "Fryer READY READY"], await TicketsAsync(order));
        Assert.Equal("READY", await app.StatusAsync(order));

        await app.DoAsync("recallTicket", tickets[0]);
        Assert.Equal("IN_PREPARATION", await app.StatusAsync(order));
        await app.DoAsync("bumpTicket", tickets[0]);
        Assert.Equal("READY", await app.StatusAsync(order));
    }

    [Fact]
    public async Task Without_such_a_modifier_there_is_one_ticket() =>
        Assert.Equal(["Stove QUEUED NEW"], await TicketsAsync(await AcceptedAsync("Salad")));

    [Fact]
    public async Task A_line_that_is_called_off_leaves_both_stations()
    {
        var order = await AcceptedAsync("Fries");
        var line = (await app.OrderAsync(order, "lines { id }"))["lines"]![0]!.Text("id");
        await app.WithOrderAsync("voidOrderLines", order, new { lineIds = new[] { line }, reason = "Changed their mind" });
        Assert.Equal(["Stove VOIDED VOIDED", "Fryer VOIDED VOIDED"], await TicketsAsync(order));
    }

    [Fact]
    public async Task What_two_stations_make_is_counted_once_and_at_each_of_them()
    {
        await using var own = new Grill();
        await own.InitializeAsync();
        await own.AcceptedAsync("Fries", quantity: 2);
        await own.AcceptedAsync("Salad", quantity: 3);
        Assert.Equal(5, await own.CountAsync(null));
        Assert.Equal(5, await own.CountAsync("Stove"));
        Assert.Equal(2, await own.CountAsync("Fryer"));
    }

    [Fact]
    public async Task A_manager_moves_a_modifier_to_another_station_or_to_none()
    {
        await using var own = new Grill();
        await own.InitializeAsync();
        Assert.Equal("Stove", await own.MoveAsync(new { modifierId = own.Fries, stationId = own.Stations["Stove"] }));
        Assert.Equal(["Stove QUEUED NEW"], await TicketsAsync(own, await own.AcceptedAsync("Fries")));
        Assert.Equal("Fryer", await own.MoveAsync(new { modifierId = own.Fries, stationId = own.Stations["Fryer"] }));
        Assert.Null(await own.MoveAsync(new { modifierId = own.Fries, removeStation = true }));
    }

    private Task<string> AcceptedAsync(string side) => app.AcceptedAsync(side);

    private Task<string[]> TicketsAsync(string order) => TicketsAsync(app, order);

    private static async Task<string[]> TicketsAsync(RestaurantApp app, string order) =>
    [
        .. (await app.Client.QueryAsync(
            "query($id: ID!) { tickets(where: { order: { id: { eq: $id } } }) { nodes { station { name } status lines { status } } } }", new { id = order }))["tickets"]!["nodes"]!.AsArray()
            .Select(ticket => $"{ticket!["station"]!.Text("name")} {ticket.Text("status")} {string.Join(' ', ticket["lines"]!.AsArray().Select(line => line!.Text("status")))}"),
    ];

    /// <summary>A restaurant with one dish, which comes with fries from the fryer or with a salad.</summary>
    public sealed class Grill() : RestaurantApp(AlwaysOpen), IAsyncDisposable
    {
        private Dictionary<string, string> _sides = [];
        private string _steak = "";

        internal Dictionary<string, string> Stations { get; private set; } = [];

        internal string Fries => _sides["Fries"];

        /// <inheritdoc />
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await this.ImportAsync(Menu());
            var menu = await Client.QueryAsync("{ stations { id name } dishes { nodes { id modifierGroups { modifiers { id name } } } } }");
            Stations = Named(menu["stations"]!);
            _steak = menu["dishes"]!["nodes"]![0]!.Text("id");
            _sides = Named(menu["dishes"]!["nodes"]![0]!["modifierGroups"]![0]!["modifiers"]!);
        }

        internal async Task<string> AcceptedAsync(string side, int quantity = 1)
        {
            var payload = await this.PlaceAsync(new
            {
                idempotencyKey = Guid.NewGuid(),
                type = "TAKEAWAY",
                lines = new[] { new { dishId = _steak, quantity, modifierIds = new[] { _sides[side] } } },
            });
            Assert.True(payload["errors"] is null, payload.ToJsonString());
            await this.DoAsync("acceptOrder", payload["order"]!.Text("id"));
            return payload["order"]!.Text("id");
        }

        internal async Task<int> CountAsync(string? station) =>
            (await Client.QueryAsync("query($at: ID) { allDayCounts(stationId: $at) { quantity } }", new { at = station is null ? null : Stations[station] }))
                ["allDayCounts"]![0]!.Number("quantity");

        internal async Task<string?> MoveAsync(object input) =>
            (await this.MutateAsync("editModifier", input, "modifier { station { name } }"))["modifier"]!["station"]?.Text("name");

        /// <inheritdoc />
        async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();

        private static Dictionary<string, string> Named(JsonNode nodes) => nodes.AsArray().ToDictionary(node => node!.Text("name"), node => node!.Text("id"));

        private static JsonNode Menu()
        {
            var steak = MenuFiles.Dish("steak", "Steak");
            steak["modifierGroups"] = new JsonArray("side");
            var file = MenuFiles.Of(steak);
            file["stations"]!.AsArray().Add(new JsonObject { ["key"] = "fryer", ["name"] = "Fryer", ["capacity"] = 1 });
            file["modifierGroups"] = new JsonArray(new JsonObject
            {
                ["key"] = "side",
                ["name"] = "With what?",
                ["minSelections"] = 1,
                ["maxSelections"] = 1,
                ["modifiers"] = new JsonArray(
                    new JsonObject { ["key"] = "fries", ["name"] = "Fries", ["priceDelta"] = 0, ["station"] = "fryer" },
                    new JsonObject { ["key"] = "salad", ["name"] = "Salad", ["priceDelta"] = 0 }),
            });
            return file;
        }
    }
}
