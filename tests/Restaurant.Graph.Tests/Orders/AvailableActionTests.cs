using System.Text.Json.Nodes;
using Restaurant.Graph.Orders;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Orders;

/// <summary>What somebody is told they can do with an order is what they then can do, in every state and for everybody.</summary>
public sealed class AvailableActionTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    // Each state with the steps there, of a delivery, which can be in all of them.
    private static readonly Dictionary<OrderStatus, string[]> States = new()
    {
        [OrderStatus.Placed] = [],
        [OrderStatus.Scheduled] = ["schedule"],
        [OrderStatus.Accepted] = ["acceptOrder"],
        [OrderStatus.InPreparation] = ["acceptOrder", "startTicket"],
        [OrderStatus.Ready] = ["acceptOrder", "startTicket", "bumpTicket"],
        [OrderStatus.OutForDelivery] = ["acceptOrder", "startTicket", "bumpTicket", "dispatchOrder"],
        [OrderStatus.Fulfilled] = ["acceptOrder", "startTicket", "bumpTicket", "fulfillOrder"],
        [OrderStatus.Completed] = ["acceptOrder", "startTicket", "bumpTicket", "fulfillOrder", "pay"],
        [OrderStatus.Rejected] = ["rejectOrder"],
        [OrderStatus.Expired] = ["schedule", "expire"],
        [OrderStatus.Canceled] = ["cancelOrder"],
    };

    private static readonly string[] Actions = ["ACCEPT", "REJECT", "DISPATCH", "FULFILL", "CANCEL"];

    public static IEnumerable<object[]> Cells =>
        from state in Enum.GetValues<OrderStatus>() from role in new[] { Roles.Guest, Roles.Waiter, Roles.Cook, Roles.Manager } select new object[] { state, role };

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task An_action_is_possible_just_when_it_is_offered(OrderStatus state, string role)
    {
        var guest = await app.ComeInAsync();
        using var somebody = app.As(role == Roles.Guest ? guest : Tokens.Of(role));
        foreach (var action in Actions)
        {
            var id = await PlaceAsync(guest, States[state]);
            var offers = await OffersAsync(somebody, id);
            Assert.Equal(Actions, offers.Select(offer => offer!["action"]!.GetValue<string>()));

            var offer = offers.Single(offer => offer!["action"]!.GetValue<string>() == action)!;
            var before = await app.VersionAsync(id);
            Assert.Equal(GraphNames.Constant(state.ToString()), await app.StatusAsync(id));
            Assert.Equal(offer["allowed"]!.GetValue<bool>(), await TryAsync(somebody, $"{action.ToLowerInvariant()}Order", id));
            Assert.Equal(offer["allowed"]!.GetValue<bool>(), await app.VersionAsync(id) > before);
            Assert.Equal(offer["allowed"]!.GetValue<bool>(), offer["blockedBy"] is null);
        }
    }

    private async Task<string> PlaceAsync(string guest, string[] steps)
    {
        using var client = app.As(guest);
        var scheduledFor = steps.FirstOrDefault() == "schedule" ? app.Time.GetUtcNow().AddMinutes(10) : (DateTimeOffset?)null;
        var payload = (await client.QueryAsync(Documents.PlaceOrder, new
        {
            input = new { idempotencyKey = Guid.NewGuid(), type = "DELIVERY", scheduledFor, lines = new[] { new { dishId = Ids.Dish(Steps.Pizza), quantity = 1 } } },
        }))["placeOrder"]!;
        Assert.True(payload["errors"] is null, payload.ToJsonString());
        var id = payload["order"]!["id"]!.GetValue<string>();
        foreach (var step in steps)
        {
            await StepAsync(step, id);
        }

        return id;
    }

    private async Task StepAsync(string step, string id)
    {
        switch (step)
        {
            case "schedule":
                break;
            case "expire":
                app.Time.Advance(TimeSpan.FromMinutes(11));
                await app.RunAsync<OrderClock>();
                break;
            case "pay":
                Assert.Null((await app.PayAsync(id, (await app.OrderAsync(id))["balance"]!["minorUnits"]!.GetValue<long>() / 100m))["errors"]);
                break;
            default:
                await app.DoAsync(step, step.EndsWith("Order", StringComparison.Ordinal) ? id : Assert.Single(await app.TicketsAsync(id)));
                break;
        }
    }

    private static async Task<JsonArray> OffersAsync(GraphQLClient client, string id) => (await client.QueryAsync(
        "query($id: ID!) { orderById(id: $id) { availableActions { action allowed blockedBy } } }", new { id }))["orderById"]!["availableActions"]!.AsArray();

    // Somebody who may not use the mutation at all has an error at the top, everybody else one in the payload.
    private async Task<bool> TryAsync(GraphQLClient client, string mutation, string id)
    {
        var answer = await client.SendAsync(
            $"mutation($input: {Documents.InputOf(mutation)}!) {{ {mutation}(input: $input) {{ order {{ id }} errors {{ ... on Error {{ code }} }} }} }}",
            new { input = await app.OrderActionAsync(id) });
        var code = answer["errors"]?[0]?["extensions"]?["code"]?.GetValue<string>() ?? answer["data"]![mutation]!["errors"]?[0]?["code"]?.GetValue<string>();
        Assert.Contains(code, new[] { null, "AUTH_NOT_AUTHORIZED", "ORDER_ACTION_NOT_ALLOWED" });
        return code is null;
    }
}
