using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Properties;

/// <summary>What people do with orders and tickets.</summary>
internal static class OrderDeeds
{
    /// <summary>All of it.</summary>
    public static IReadOnlyList<Deed> All { get; } =
    [
        new("placeOrder", 14, sight => Cart(sight, sight.Key())),
        new("quoteOrder", 2, sight => Cart(sight, null)),
        new("addOrderLines", 3, sight => Order(sight, order => new { idempotencyKey = sight.Key(), orderId = order.Text("id"), expectedVersion = order.Number("version"), lines = Lines(sight) }, "PLACED", "ACCEPTED", "IN_PREPARATION")),
        new("acceptOrder", 14, sight => Move(sight, "PLACED", "SCHEDULED")),
        new("rejectOrder", 1, sight => Move(sight, "PLACED")),
        new("cancelOrder", 2, sight => Order(sight, order => new
        {
            idempotencyKey = sight.Key(), orderId = order.Text("id"), expectedVersion = order.Number("version"), reason = sight.Likely(70) ? "They left" : null,
        })),
        new("dispatchOrder", 3, sight => (sight.Any("deliveries") ?? sight.Any("orders")) is { } order
            ? new { idempotencyKey = sight.Key(), orderId = order.Text("id"), expectedVersion = order.Number("version") }
            : null),
        new("fulfillOrder", 8, sight => Move(sight, "READY", "OUT_FOR_DELIVERY")),
        new("discountOrder", 3, sight => Order(sight, order => Discount(sight, order), "PLACED", "ACCEPTED", "IN_PREPARATION")),
        new("fireCourse", 6, sight => Course(sight)),
        new("holdCourse", 2, sight => Course(sight)),
        new("serveOrderLines", 7, sight => Line(sight, "READY")),
        new("voidOrderLines", 5, sight => Line(sight, "NEW", "HELD", "FIRED", "IN_PREPARATION", "READY")),
        new("startTicket", 24, sight => Ticket(sight, "QUEUED")),
        new("bumpTicket", 24, sight => Ticket(sight, "IN_PREPARATION")),
        new("recallTicket", 2, sight => Ticket(sight, "READY", "COMPLETED")),
    ];

    /// <summary>What brings orders to where the rest can be done with them.</summary>
    public static IReadOnlyList<Deed> Making { get; } = [.. All.Where(deed => deed.Mutation is "placeOrder" or "acceptOrder" or "startTicket" or "bumpTicket")];

    /// <summary>An order with which something is done, rather one that stands somewhere.</summary>
    public static object? Order(Sight sight, Func<JsonNode, object> input, params string[] statuses) => sight.Any("orders", statuses) is { } order ? input(order) : null;

    private static object? Move(Sight sight, params string[] statuses) =>
        Order(sight, order => new { idempotencyKey = sight.Key(), orderId = order.Text("id"), expectedVersion = order.Number("version") }, statuses);

    private static JsonObject Discount(Sight sight, JsonNode order) => new()
    {
        ["idempotencyKey"] = sight.Key().ToString(),
        ["orderId"] = order.Text("id"),
        ["expectedVersion"] = order.Number("version"),
        [sight.One("percent", "amount")] = sight.Random.Next(0, 60),
        ["reason"] = "Cold",
    };

    private static object? Ticket(Sight sight, params string[] statuses) => sight.Any("tickets", statuses) is { } ticket
        ? new { idempotencyKey = sight.Key(), ticketId = ticket.Text("id"), expectedVersion = ticket.Number("version") }
        : null;

    private static object? Course(Sight sight) =>
        Order(sight, order => new { idempotencyKey = sight.Key(), orderId = order.Text("id"), expectedVersion = order.Number("version"), course = sight.Random.Next(1, 3) }, "PLACED", "ACCEPTED", "IN_PREPARATION");

    private static object? Line(Sight sight, params string[] statuses)
    {
        var lines = sight.Now["orders"]!["nodes"]!.AsArray().SelectMany(order => order!["lines"]!.AsArray(), (order, line) => (Order: order!, Line: line!)).ToList();
        var rather = lines.Where(pair => statuses.Contains(pair.Line.Text("status"), StringComparer.Ordinal)).ToList();
        if (lines.Count == 0)
        {
            return null;
        }

        var (order, line) = rather.Count > 0 && sight.Likely(85) ? sight.One(rather) : sight.One(lines);
        var input = new JsonObject
        {
            ["idempotencyKey"] = sight.Key().ToString(),
            ["orderId"] = order.Text("id"),
            ["expectedVersion"] = order.Number("version"),
            ["lineIds"] = new JsonArray(line.Text("id")),
        };
        if (statuses.Contains("NEW", StringComparer.Ordinal) && sight.Likely(70))
        {
            input["reason"] = "Spilt";
        }

        return input;
    }

    private static JsonObject Cart(Sight sight, Guid? key)
    {
        var type = sight.One("DINE_IN", "TAKEAWAY", "DELIVERY", "DELIVERY");
        var input = new JsonObject
        {
            ["type"] = type,
            ["lines"] = System.Text.Json.JsonSerializer.SerializeToNode(Lines(sight)),
            ["scheduledFor"] = sight.Likely(15) ? sight.Time.AddMinutes(sight.Random.Next(1, 90)) : null,
            ["tableId"] = type == "DINE_IN" ? sight.Any("tables", "OCCUPIED")!.Text("id") : null,
            ["allergies"] = new JsonArray([.. sight.Allergens().Select(allergen => JsonValue.Create(allergen))]),
        };
        if (key is { } chosen)
        {
            input["idempotencyKey"] = chosen;
            (input["contactName"], input["deliveryAddress"]) = type == "DELIVERY" ? ("Ada", "1 Ferry Road") : (null, null);
        }

        return input;
    }

    // Half of what is ordered takes something from the store room, and of the rest a fifth has sizes.
    private static List<object> Lines(Sight sight)
    {
        var dishes = sight.Likely(50) ? [.. sight.Dishes.Where(dish => CookBook.HasRecipe(dish.Key))]
            : sight.Likely(20) ? [.. sight.Dishes.Where(dish => dish.Sizes.Count > 0)]
            : sight.Dishes;
        return [.. Support.Cart.Of(sight.Random, dishes, static _ => 0, maxLines: 2).Lines.Select(line => (object)new
        {
            dishId = line.Dish.Id,
            sizeId = line.Size?.Id,
            quantity = Math.Min(line.Quantity, 4),
            modifierIds = line.Modifiers.Select(modifier => modifier.Id),
            course = sight.Random.Next(1, 3),
            hold = sight.Likely(15),
            seat = sight.Random.Next(1, 4),
            acknowledgedAllergens = sight.Likely(70) ? ["MILK", "EGGS", "FISH", "MUSTARD", "SULPHITES"] : Array.Empty<string>(),
        })];
    }
}
