using System.Text.Json.Nodes;

namespace Restaurant.Graph.Rush;

/// <summary>What a party has ordered, from the quote to the last cent.</summary>
internal sealed class PartyOrder(Night night)
{
    private const string Fields = "id version status placedAt total { minorUnits }";

    private string? _id;
    private string _status = "";

    /// <summary>Whether there is an order.</summary>
    public bool IsPlaced => _id is not null;

    /// <summary>Whether the party got what it ordered.</summary>
    public bool IsServed => _status is "FULFILLED";

    /// <summary>Asks what it would cost, and orders. What is refused is left out of the lines, or acknowledged, for another try.</summary>
    public async Task<bool> TryPlaceAsync(Speaker guest, JsonArray lines, bool atTable, Cart cart)
    {
        var order = new JsonObject { ["type"] = atTable ? "DINE_IN" : "TAKEAWAY", ["lines"] = lines.DeepClone() };
        var quote = await guest.TryAsync("quoteOrder", order, "quote { total { minorUnits } }");
        order["idempotencyKey"] = night.Chance.Key();
        var placed = await guest.TryAsync("placeOrder", order, $"order {{ {Fields} }}");
        if (placed["order"] is not { } made)
        {
            Reconsider(lines, placed.List("errors"), cart);
            return false;
        }

        (_id, _status) = (made.Text("id"), made.Text("status"));
        night.Tally.OpenOrders.Add(_id, made["placedAt"]!.GetValue<DateTimeOffset>());
        if (quote["quote"]?.Units("total") != made.Units("total"))
        {
            night.Tally.Faults.Add($"An order of {made.Units("total")} was quoted as {quote.ToJsonString()}.");
        }

        return true;
    }

    /// <summary>Calls it off, if nobody has accepted it yet.</summary>
    public async Task<bool> TryCancelAsync(Speaker guest)
    {
        var order = await ReadAsync(guest);
        if (order.Text("status") != "PLACED")
        {
            return false;
        }

        night.Tally.ChangesOfMind++;
        await guest.ActAsync("cancelOrder", "order", order, Fields, new { reason = "Changed our minds" });
        night.Tally.OpenOrders.Remove(order.Text("id"));
        _id = null;
        return true;
    }

    /// <summary>Orders more while the kitchen is at it.</summary>
    public async Task<bool> TryAddAsync(JsonArray lines)
    {
        var order = await ReadAsync(night.Team.Waiter);
        if (order.Text("status") is not ("ACCEPTED" or "IN_PREPARATION" or "READY") || lines.Count == 0)
        {
            return false;
        }

        await night.Team.Waiter.TryAsync(
            "addOrderLines", new { idempotencyKey = night.Chance.Key(), orderId = order.Text("id"), expectedVersion = order.Number("version"), lines }, "order { id }");
        return true;
    }

    /// <summary>Has the waiter call off one of several dishes, be it made already or not.</summary>
    public async Task<bool> TryVoidAsync()
    {
        var order = await ReadAsync(night.Team.Waiter, "lines { id status }");
        var lines = order.List("lines").Where(line => line.Text("status") is "NEW" or "HELD" or "FIRED" or "IN_PREPARATION").ToList();
        if (lines.Count < 2)
        {
            return false;
        }

        night.Tally.ChangesOfMind++;
        var reason = night.Chance.One(["Changed their mind", "Ordered by mistake", "Took too long"]);
        await night.Team.Waiter.ActAsync("voidOrderLines", "order", order, "id", new { lineIds = new[] { night.Chance.One(lines).Text("id") }, reason });
        return true;
    }

    /// <summary>Whether all of it was served, or nothing will be.</summary>
    public async Task<bool> IsOverAsync(Speaker guest)
    {
        _status = (await ReadAsync(guest)).Text("status");
        return _status is "FULFILLED" or "CANCELED" or "REJECTED" or "EXPIRED";
    }

    /// <summary>Pays what is owed, split in one of the ways there are, with tips; now and then some of it is given back.</summary>
    public async Task PayAsync(int size, bool atTable)
    {
        if (!IsServed)
        {
            return;
        }

        var way = night.Chance.Happens(30) && atTable ? "BY_SEAT" : "EVENLY";
        var parts = (await night.Team.Waiter.AskAsync(
            "query($id: ID!, $by: BillSplit!, $parts: Int) { splitBill(orderId: $id, by: $by, parts: $parts) { amount { amount minorUnits } } }",
            new { id = _id, by = way, parts = way == "EVENLY" ? night.Chance.Between(1, size) : (int?)null })).List("splitBill");
        foreach (var amount in parts.Select(part => part["amount"]!).Where(amount => amount.Number("minorUnits") > 0))
        {
            await PayAsync(amount);
        }
    }

    /// <summary>Whether nothing of it is open: what was given back before it was paid in full is not paid again.</summary>
    public async Task<bool> IsSettledAsync() => !IsPlaced || (await ReadAsync(night.Team.Waiter)).Text("status") is "COMPLETED" or "CANCELED" or "REJECTED" or "EXPIRED";

    private async Task PayAsync(JsonNode amount)
    {
        var tip = Math.Round(amount["amount"]!.GetValue<decimal>() * night.Chance.Between(0, 20) / 100, 1);
        var paid = (await night.Team.Waiter.DoAsync(
            "payOrder",
            new { idempotencyKey = night.Chance.Key(), orderId = _id, amount = amount["amount"]!.GetValue<decimal>(), tip, method = night.Chance.Happens(40) ? "CASH" : "COUNTER" },
            "payment { id amount { minorUnits } tip { minorUnits } }"))["payment"]!;
        night.Tally.Taken += paid.Units("amount") + paid.Units("tip");
        if (night.Chance.Happens(3))
        {
            await night.Team.Manager.DoAsync(
                "refundPayment", new { idempotencyKey = night.Chance.Key(), paymentId = paid.Text("id"), amount = 1, reason = "It came cold" }, "payment { id }");
        }
    }

    private async Task<JsonNode> ReadAsync(Speaker who, string more = "") =>
        (await who.AskAsync($"query($id: ID!) {{ orderById(id: $id) {{ {Fields} {more} }} }}", new { id = _id }))["orderById"] ?? throw new RushException($"There is no order {_id} any more.");

    // What they are allergic to half of them want all the same; anything else that cannot be had is left out.
    private void Reconsider(JsonArray lines, IReadOnlyList<JsonNode> errors, Cart cart)
    {
        foreach (var (kind, index) in errors.Select(error => (error.Text("kind"), Line: LineOf(error))).Where(error => error.Line < lines.Count).OrderByDescending(error => error.Line).DistinctBy(error => error.Line))
        {
            night.Tally.Conflicts += kind == "AllergenConflictError" ? 1 : 0;
            night.Tally.SoldOut += kind is "OutOfStockError" or "DishUnavailableError" or "ModifierUnavailableError" ? 1 : 0;
            if (kind == "AllergenConflictError" && night.Chance.Happens(50))
            {
                lines[index]!["acknowledgedAllergens"] = new JsonArray("GLUTEN", "MILK", "EGGS", "NUTS", "FISH", "SOYBEANS");
            }
            else
            {
                cart.Avoid(lines[index]!);
                lines.RemoveAt(index);
            }
        }
    }

    private static int LineOf(JsonNode error) => error.Names("path") is ["input", "lines", var index, ..] ? int.Parse(index, System.Globalization.CultureInfo.InvariantCulture) : int.MaxValue;
}
