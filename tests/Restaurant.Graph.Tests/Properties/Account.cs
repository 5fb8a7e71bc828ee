using System.Text.Json.Nodes;
using Restaurant.Graph.Platform.Relay;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Properties;

/// <summary>The restaurant as it has to be after what was acknowledged: simple sums, that know nothing of how the server comes to its own.</summary>
internal sealed class Account(IReadOnlyList<DishView> dishes)
{
    private readonly Dictionary<string, Coin> _payments = new(StringComparer.Ordinal);
    private readonly CookBook _cookBook = new();

    /// <summary>What is asked of each payload.</summary>
    public static string SubjectOf(string mutation) => mutation switch
    {
        _ when mutation.EndsWith("Order", StringComparison.Ordinal) && mutation is not ("payOrder" or "quoteOrder") => Order,
        "addOrderLines" or "fireCourse" or "holdCourse" or "serveOrderLines" or "voidOrderLines" => Order,
        _ when mutation.EndsWith("Ticket", StringComparison.Ordinal) => $"ticket {{ {Order} }}",
        _ when mutation.EndsWith("Payment", StringComparison.Ordinal) || mutation == "payOrder" =>
            $"payment {{ id status amount {{ minorUnits }} refunded {{ minorUnits }} {Order} }}",
        "createIngredient" => "ingredient { id }",
        "reserveTable" or "joinWaitlist" => "reservationReceipt { manageCode }",
        _ => "",
    };

    private const string Order = $"order {{ {Tab.Fields} }}";

    /// <summary>The orders, by their ids.</summary>
    public Dictionary<string, Tab> Orders { get; } = new(StringComparer.Ordinal);

    /// <summary>The store room.</summary>
    public Shelf Stock { get; } = new();

    /// <summary>What is paid of an order, without what was paid back.</summary>
    public long PaidOf(string order) => _payments.Values.Where(payment => payment.Order == order && payment.Status == "CAPTURED").Sum(payment => payment.Amount - payment.Refunded);

    /// <summary>Notes what was acknowledged.</summary>
    public void Note(string mutation, JsonObject input, JsonNode payload, DateTimeOffset now)
    {
        if (payload["payment"] is { } payment)
        {
            Book(mutation, input, payment);
        }

        if (payload["order"] is { } order)
        {
            Follow(order, input["lines"]?.AsArray() ?? [], now);
            AssertDone(mutation, input, Orders[order.Text("id")]);
        }

        if ((payload["payment"] ?? payload["ticket"])?["order"] is { } touched)
        {
            Follow(touched, [], now);
        }

        if (mutation is "setDishRecipe" or "setModifierRecipe")
        {
            _cookBook.Note(input);
        }

        if (mutation == "createIngredient")
        {
            Stock.Open(KeyOf(payload["ingredient"]!.Text("id")), 0);
        }

        if (input["ingredientId"] is { } ingredient && input["quantity"]?.GetValue<int>() is { } quantity)
        {
            var key = KeyOf(ingredient.GetValue<string>());
            Stock.OnHand[key] = mutation switch { "receiveDelivery" => Stock.OnHand[key] + quantity, "recordWaste" => Stock.OnHand[key] - quantity, _ => quantity };
        }
    }

    /// <summary>Takes over what has become of an order without anybody's doing something with it.</summary>
    public void Follow(JsonNode order, JsonArray ordered, DateTimeOffset now)
    {
        var id = order.Text("id");
        var tab = Orders.TryGetValue(id, out var known) ? known : Orders[id] = new Tab();
        tab.Follow(order, ordered.Select(line => TakesOf(line!)), Stock, now);
    }

    private void Book(string mutation, JsonObject input, JsonNode payment)
    {
        var (id, order) = (payment.Text("id"), payment["order"]!.Text("id"));
        var before = _payments.GetValueOrDefault(id) ?? new Coin(order, "", MinorUnits(input["amount"]), 0);
        var after = before with
        {
            Amount = mutation == "capturePayment" ? TakenOf(payment, before.Amount) : before.Amount,
            Status = mutation switch { "capturePayment" => "CAPTURED", "voidPayment" => "VOIDED", "payOrder" => input["authorizeOnly"]!.GetValue<bool>() ? "AUTHORIZED" : "CAPTURED", _ => before.Status },
            Refunded = before.Refunded + (mutation == "refundPayment" ? MinorUnits(input["amount"]) : 0),
        };
        Assert.Equal(after, new Coin(order, payment.Text("status"), payment["amount"]!["minorUnits"]!.GetValue<long>(), payment["refunded"]!["minorUnits"]!.GetValue<long>()));
        _payments[id] = after;
    }

    // All that was promised is taken, or, where less is due by now, just that.
    private static long TakenOf(JsonNode payment, long promised)
    {
        var (taken, left) = (payment["amount"]!["minorUnits"]!.GetValue<long>(), payment["order"]!["balance"]!["minorUnits"]!.GetValue<long>());
        Assert.True(taken == promised || (taken < promised && left == 0), $"{taken} is taken of {promised}, and {left} is left to pay.");
        return taken;
    }

    // What was said to be done is done.
    private static void AssertDone(string mutation, JsonObject input, Tab order)
    {
        var named = input["lineIds"]?.AsArray().Select(id => order.Lines[id!.GetValue<string>()].Status) ?? [];
        var course = order.Lines.Values.Where(line => line.Course == (int?)input["course"]).Select(line => line.Status);
        var all = order.Lines.Values.Select(line => line.Status);
        string[] wrong =
        [
            .. mutation switch
            {
                "serveOrderLines" => named.Where(status => status != "SERVED"),
                "voidOrderLines" => named.Where(status => status != "VOIDED"),
                "fireCourse" => course.Where(status => status is "NEW" or "HELD"),
                "holdCourse" => course.Where(status => status == "NEW"),
                "cancelOrder" or "rejectOrder" => all.Where(status => status is not ("VOIDED" or "SERVED")),
                "fulfillOrder" => all.Where(status => status == "READY"),
                _ => [],
            },
        ];
        Assert.True(wrong.Length == 0, $"{mutation} with {input.ToJsonString()} leaves lines that are {string.Join(", ", wrong)}.");
    }

    private Dictionary<long, int> TakesOf(JsonNode line)
    {
        var dish = dishes.Single(known => known.Id == line.Text("dishId"));
        var size = line["sizeId"]?.GetValue<string>();
        return _cookBook.Takes(
            dish.Key,
            line["modifierIds"]!.AsArray().Select(id => KeyOf(id!.GetValue<string>())),
            (dish.Sizes.FirstOrDefault(known => known.Id == size) ?? dish.Sizes.FirstOrDefault())?.RecipePercent ?? 100,
            line.Number("quantity"));
    }

    private static long MinorUnits(JsonNode? amount) => (long)(amount!.GetValue<decimal>() * 100);

    /// <summary>The number in an id.</summary>
    public static long KeyOf(string id) => GlobalId.TryParse(id, out var parsed) ? parsed.Key : throw new InvalidOperationException($"'{id}' is no id.");

    private sealed record Coin(string Order, string Status, long Amount, long Refunded);
}
