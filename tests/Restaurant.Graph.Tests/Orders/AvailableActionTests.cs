using System.Text.Json;
using System.Text.Json.Nodes;
using Restaurant.Graph.Orders;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Tests.Support;
using Snapshooter.Xunit;

namespace Restaurant.Graph.Tests.Orders;

/// <summary>What somebody is told they can do with an order is what they then can do, in every state and for everybody.</summary>
public sealed class AvailableActionTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    private const int Later = 60;

    // Each state with the steps there: of a delivery, which can be in all of them, and of one at a table with a line that is kept back.
    private static readonly (string Type, string Status, string[] Steps)[] Situations =
    [
        ("DELIVERY", "PLACED", []),
        ("DELIVERY", "SCHEDULED", ["schedule", "acceptOrder"]),
        ("DELIVERY", "ACCEPTED", ["acceptOrder"]),
        ("DELIVERY", "IN_PREPARATION", ["acceptOrder", "startTicket"]),
        ("DELIVERY", "READY", ["acceptOrder", "startTicket", "bumpTicket"]),
        ("DELIVERY", "OUT_FOR_DELIVERY", ["acceptOrder", "startTicket", "bumpTicket", "dispatchOrder"]),
        ("DELIVERY", "FULFILLED", ["acceptOrder", "startTicket", "bumpTicket", "fulfillOrder"]),
        ("DELIVERY", "COMPLETED", ["acceptOrder", "startTicket", "bumpTicket", "fulfillOrder", "pay"]),
        ("DELIVERY", "REJECTED", ["rejectOrder"]),
        ("DELIVERY", "EXPIRED", ["expire"]),
        ("DELIVERY", "CANCELED", ["cancelOrder"]),
        ("DINE_IN", "PLACED", ["pay"]),
        ("DINE_IN", "ACCEPTED", ["acceptOrder"]),
        ("DINE_IN", "ACCEPTED", ["acceptOrder", "promise"]),
        ("DINE_IN", "IN_PREPARATION", ["acceptOrder", "startTicket"]),
        ("DINE_IN", "IN_PREPARATION", ["acceptOrder", "startTicket", "bumpTicket"]),
        ("DINE_IN", "IN_PREPARATION", ["acceptOrder", "startTicket", "bumpTicket", "serve"]),
        ("DINE_IN", "IN_PREPARATION", ["acceptOrder", "startTicket", "bumpTicket", "serve", "fire"]),
        ("DINE_IN", "READY", ["acceptOrder", "startTicket", "bumpTicket", "void"]),
        ("DINE_IN", "CANCELED", ["acceptOrder", "startTicket", "bumpTicket", "serve", "cancelOrder"]),
        ("DINE_IN", "FULFILLED", ["acceptOrder", "startTicket", "bumpTicket", "serve", "void"]),
        ("DINE_IN", "COMPLETED", ["acceptOrder", "startTicket", "bumpTicket", "serve", "void", "pay"]),
    ];

    private static readonly Dictionary<string, string> Mutations = new(StringComparer.Ordinal)
    {
        ["ACCEPT"] = "acceptOrder",
        ["REJECT"] = "rejectOrder",
        ["DISPATCH"] = "dispatchOrder",
        ["FULFILL"] = "fulfillOrder",
        ["CANCEL"] = "cancelOrder",
        ["ADD_LINES"] = "addOrderLines",
        ["FIRE_COURSE"] = "fireCourse",
        ["HOLD_COURSE"] = "holdCourse",
        ["SERVE_LINES"] = "serveOrderLines",
        ["VOID_LINES"] = "voidOrderLines",
        ["PAY"] = "payOrder",
        ["DISCOUNT"] = "discountOrder",
    };

    private static readonly string[] Everybody = [Roles.Guest, Roles.Waiter, Roles.Cook, Roles.Manager];

    public static IEnumerable<object[]> Cells =>
        from index in Enumerable.Range(0, Situations.Length) from role in Everybody select new object[] { index, role };

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task An_action_is_possible_just_when_it_is_offered(int situation, string role)
    {
        var guest = await app.ComeInAsync(await app.CodeOnAsync("T1"));
        using var somebody = app.As(role == Roles.Guest ? guest : Tokens.Of(role));
        var id = await PlaceAsync(guest, Situations[situation]);
        foreach (var (action, mutation) in Mutations)
        {
            var offers = await OffersAsync(somebody, id);
            Assert.Equal(Mutations.Keys, offers.Select(offer => offer!.Text("action")));

            var offer = offers.Single(offer => offer!.Text("action") == action)!;
            var (isAllowed, before) = (offer["allowed"]!.GetValue<bool>(), await app.VersionAsync(id));
            Assert.Equal(Situations[situation].Status, await app.StatusAsync(id));
            Assert.True(isAllowed == await TryAsync(somebody, mutation, id), $"{action}: {offer.ToJsonString()}");
            Assert.Equal(isAllowed, await app.VersionAsync(id) > before);
            Assert.Equal(isAllowed, offer["blockedBy"] is null);
            id = isAllowed ? await PlaceAsync(guest, Situations[situation]) : id;
        }
    }

    /// <summary>G, W, C and M are guest, waiter, cook and manager. What depends on lines, on how the guest gets it or on what is paid is shown as if that allowed it.</summary>
    [Fact]
    public void Who_can_do_what_with_an_order_is_one_table()
    {
        string[][] rows =
        [
            ["", .. Mutations.Keys],
            .. Enum.GetValues<OrderStatus>().Select(status => OrderPolicy.Actions.Select(action => Who(action, status)).Prepend(GraphNames.Constant(status.ToString())).ToArray()),
        ];
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        Snapshot.Match(string.Join('\n', rows.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd())));
    }

    private static string Who(OrderAction action, OrderStatus status)
    {
        var order = new OrderSituation(status, OrderType.Delivery, LineStatusSet.Write(Enum.GetValues<LineStatus>()), Open: 1);
        var who = string.Concat(Everybody.Where(role => OrderPolicy.Blocked(action, order, role) is null).Select(role => char.ToUpperInvariant(role[0])));
        return who.Length > 0 ? who : "-";
    }

    private async Task<string> PlaceAsync(string guest, (string Type, string Status, string[] Steps) situation)
    {
        using var client = app.As(guest);
        var scheduledFor = situation.Steps.FirstOrDefault() == "schedule" ? app.Time.GetUtcNow().AddMinutes(Later) : (DateTimeOffset?)null;
        object[] lines = [new { dishId = Ids.Dish(Steps.Pizza), quantity = 1 }, new { dishId = Ids.Dish(Steps.Fries), quantity = 1, course = 2, hold = true }];
        var payload = (await client.QueryAsync(Documents.PlaceOrder, new
        {
            input = new { idempotencyKey = Guid.NewGuid(), type = situation.Type, contactName = "Ada", deliveryAddress = "1 Ferry Road", scheduledFor, lines = situation.Type == "DINE_IN" ? lines : lines[..1] },
        }))["placeOrder"]!;
        Assert.True(payload["errors"] is null, payload.ToJsonString());
        var id = payload["order"]!.Text("id");
        foreach (var step in situation.Steps)
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
                await app.ExecuteAsync($"""UPDATE "Orders" SET "PlacedAt" = '2026-01-01T00:00:00.000Z' WHERE "Status" = 'PLACED' AND "Id" = (SELECT max("Id") FROM "Orders")""");
                await app.RunAsync<OrderClock>();
                break;
            case "pay" or "promise":
                Assert.Null((await app.PayAsync(id, (await app.OrderAsync(id))["balance"]!["minorUnits"]!.GetValue<long>() / 100m, authorizeOnly: step == "promise"))["errors"]);
                break;
            case "serve" or "void" or "fire":
                var mutation = step switch { "serve" => "serveOrderLines", "void" => "voidOrderLines", _ => "fireCourse" };
                Assert.True(await TryAsync(app.Client, mutation, id, step == "serve" ? 0 : 1), step);
                break;
            default:
                await app.DoAsync(step, step.EndsWith("Order", StringComparison.Ordinal) ? id : (await app.TicketsAsync(id))[0]);
                break;
        }
    }

    private static async Task<JsonArray> OffersAsync(GraphQLClient client, string id) => (await client.QueryAsync(
        "query($id: ID!) { orderById(id: $id) { availableActions { action allowed blockedBy } } }", new { id }))["orderById"]!["availableActions"]!.AsArray();

    // Somebody who may not use the mutation at all has an error at the top, everybody else one in the payload. Of lines it is enough that one can be had.
    private async Task<bool> TryAsync(GraphQLClient client, string mutation, string id, int? only = null)
    {
        var count = (await app.OrderAsync(id))["lines"]!.AsArray().Count;
        foreach (var line in only is { } one ? [one] : mutation.EndsWith("Lines", StringComparison.Ordinal) || mutation.EndsWith("Course", StringComparison.Ordinal) ? Enumerable.Range(0, count) : [0])
        {
            var subject = mutation == "payOrder" ? "payment" : "order";
            var answer = await client.SendAsync(
                $"mutation($input: {Documents.InputOf(mutation)}!) {{ {mutation}(input: $input) {{ {subject} {{ id }} errors {{ ... on Error {{ code }} }} }} }}",
                new { input = await InputAsync(mutation, id, line) });
            var code = answer["errors"]?[0]?["extensions"]?["code"]?.GetValue<string>() ?? answer["data"]![mutation]!["errors"]?[0]?["code"]?.GetValue<string>();
            if (code is null)
            {
                return true;
            }

            Assert.Contains(code, new[] { "AUTH_NOT_AUTHORIZED", "ORDER_ACTION_NOT_ALLOWED", "ORDER_CLOSED", "LINE_ACTION_NOT_ALLOWED", "COURSE_NOT_FOUND", "AMOUNT_TOO_HIGH" });
        }

        return false;
    }

    private async Task<JsonObject> InputAsync(string mutation, string id, int index)
    {
        var input = JsonSerializer.SerializeToNode(await app.OrderActionAsync(id))!.AsObject();
        var line = (await app.OrderAsync(id))["lines"]![index]!;
        switch (mutation)
        {
            case "cancelOrder" or "rejectOrder":
                input["reason"] = "Changed their mind";
                break;
            case "addOrderLines":
                input["lines"] = new JsonArray(new JsonObject { ["dishId"] = Ids.Dish(Steps.Pizza), ["quantity"] = 1 });
                break;
            case "fireCourse" or "holdCourse":
                input["course"] = line.Number("course");
                break;
            case "serveOrderLines" or "voidOrderLines":
                input["lineIds"] = new JsonArray(line.Text("id"));
                if (mutation == "voidOrderLines")
                {
                    input["reason"] = "Burnt";
                }

                break;
            case "discountOrder":
                (input["percent"], input["reason"]) = (10, "A regular");
                break;
            case "payOrder":
                input.Remove("expectedVersion");
                (input["amount"], input["method"]) = (0.01m, "CASH");
                break;
        }

        return input;
    }
}
