using System.Text.Json.Nodes;
using Restaurant.Graph.Orders;
using Restaurant.Graph.Platform.Relay;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Properties;

/// <summary>Somebody who does anything with anything, by chance. What they may not do is refused in the payload, never with a fault.</summary>
internal sealed class Chance(RestaurantApp app, int seed)
{
    private const string Orders = """
        { orders(last: 12) { nodes { id version balance { amount } lines { id } } } tickets(last: 12) { nodes { id version } } payments(last: 8) { nodes { id } }
          ingredients(first: 50) { nodes { id version } } visits(last: 6) { nodes { id } } tables { id } }
        """;

    private static readonly string[] Moves = ["acceptOrder", "acceptOrder", "acceptOrder", "rejectOrder", "cancelOrder", "dispatchOrder", "fulfillOrder", "fulfillOrder"];

    private readonly Random _random = new(seed);

    /// <summary>What was done how often, and what was refused for which reason.</summary>
    public SortedDictionary<string, int> Outcomes { get; } = new(StringComparer.Ordinal);

    /// <summary>Does one thing.</summary>
    public async Task StepAsync()
    {
        var now = await app.Client.QueryAsync(Orders);
        var (order, ticket) = (Any(now["orders"]!["nodes"]), Any(now["tickets"]!["nodes"]));
        switch (_random.Next(25))
        {
            case < 4:
                await DoAsync("placeOrder", new
                {
                    idempotencyKey = Key(),
                    type = _random.Next(3) == 0 ? "DELIVERY" : "TAKEAWAY",
                    lines = Lines(),
                    scheduledFor = _random.Next(6) == 0 ? app.Time.GetUtcNow().AddMinutes(_random.Next(1, 90)) : (DateTimeOffset?)null,
                });
                break;
            case < 8 when order is not null:
                await DoAsync(Moves[_random.Next(Moves.Length)], With(order));
                break;
            case < 9 when order is not null:
                await DoAsync("addOrderLines", With(order, ("lines", JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(Lines())))));
                break;
            case < 10 when order is not null:
                await DoAsync("discountOrder", With(order, (_random.Next(2) == 0 ? "percent" : "amount", _random.Next(0, 60)), ("reason", "Chance")));
                break;
            case < 12 when order is not null:
                await DoAsync(_random.Next(3) == 0 ? "holdCourse" : "fireCourse", With(order, ("course", _random.Next(1, 3))));
                break;
            case < 14 when order is not null:
                await DoAsync(_random.Next(2) == 0 ? "serveOrderLines" : "voidOrderLines", With(order, ("lineIds", new JsonArray(Any(order["lines"])!["id"]!.DeepClone()))), _random.Next(2) == 0 ? "Spilt" : null);
                break;
            case < 19 when ticket is not null:
                await DoAsync(_random.Next(6) == 0 ? "recallTicket" : _random.Next(2) == 0 ? "startTicket" : "bumpTicket", With(ticket));
                break;
            case < 21 when order is not null:
                await PayAsync(order);
                break;
            case < 22 when Any(now["payments"]!["nodes"]) is { } payment:
                await SettleAsync(payment);
                break;
            case < 24 when Any(now["ingredients"]!["nodes"]) is { } ingredient:
                await StockAsync(ingredient);
                break;
            default:
                app.Time.Advance(TimeSpan.FromMinutes(_random.Next(1, 20)));
                await app.RunAsync<OrderClock>();
                break;
        }
    }

    private Task PayAsync(JsonNode order) => DoAsync("payOrder", new
    {
        idempotencyKey = Key(),
        orderId = order["id"]!.GetValue<string>(),
        method = _random.Next(2) == 0 ? "CASH" : "COUNTER",
        authorizeOnly = _random.Next(3) == 0,
        amount = _random.Next(2) == 0 ? Math.Max(0, order["balance"]!["amount"]!.GetValue<decimal>()) : _random.Next(1, 3000) / 100m,
        tip = _random.Next(0, 300) / 100m,
    });

    private Task SettleAsync(JsonNode payment)
    {
        var id = payment["id"]!.GetValue<string>();
        return _random.Next(3) switch
        {
            0 => DoAsync("capturePayment", new { idempotencyKey = Key(), paymentId = id }),
            1 => DoAsync("voidPayment", new { idempotencyKey = Key(), paymentId = id }),
            _ => DoAsync("refundPayment", new { idempotencyKey = Key(), paymentId = id, amount = _random.Next(1, 2000) / 100m, reason = "Cold" }),
        };
    }

    private Task StockAsync(JsonNode ingredient)
    {
        var (id, quantity) = (ingredient["id"]!.GetValue<string>(), _random.Next(0, 5000));
        return _random.Next(3) switch
        {
            0 => DoAsync("receiveDelivery", new { idempotencyKey = Key(), ingredientId = id, quantity }),
            1 => DoAsync("recordWaste", new { idempotencyKey = Key(), ingredientId = id, quantity = quantity / 10 }),
            _ => DoAsync("countStock", new { idempotencyKey = Key(), ingredientId = id, quantity, expectedVersion = ingredient["version"]!.GetValue<int>() }),
        };
    }

    private async Task DoAsync(string mutation, object input, string? reason = null)
    {
        var node = input as JsonObject ?? JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(input))!.AsObject();
        if (reason is not null && mutation == "voidOrderLines")
        {
            node["reason"] = reason;
        }

        var data = await app.Client.QueryAsync(
            $"mutation($input: {Documents.InputOf(mutation)}!) {{ {mutation}(input: $input) {{ errors {{ ... on Error {{ code }} }} }} }}", new { input = node });
        var code = data[mutation]!["errors"]?[0]?["code"]?.GetValue<string>() ?? "done";
        Outcomes[$"{mutation} {code}"] = Outcomes.GetValueOrDefault($"{mutation} {code}") + 1;
    }

    private JsonObject With(JsonNode subject, params (string Name, JsonNode? Value)[] more)
    {
        var id = subject["id"]!.GetValue<string>();
        var isTicket = TypeOf(id) == "Ticket";
        var input = new JsonObject { ["idempotencyKey"] = Key().ToString(), [isTicket ? "ticketId" : "orderId"] = id, ["expectedVersion"] = subject["version"]!.GetValue<int>() };
        foreach (var (name, value) in more)
        {
            input[name] = value;
        }

        return input;
    }

    private object[] Lines() =>
    [
        .. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => (object)new
        {
            dishId = Ids.Dish(_random.Next(4) switch { 0 => Steps.Fries, 1 => Steps.Pizza, 2 => 2, _ => 5 }), quantity = _random.Next(1, 4),
            course = _random.Next(1, 3), hold = _random.Next(4) == 0, seat = _random.Next(1, 4),
        }),
    ];

    private Guid Key()
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private JsonNode? Any(JsonNode? list) => list?.AsArray() is { Count: > 0 } items ? items[_random.Next(items.Count)] : null;

    private static string TypeOf(string id) => GlobalId.TryParse(id, out var parsed) ? parsed.TypeName : "";
}
