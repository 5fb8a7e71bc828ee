using System.Text.Json.Nodes;

namespace Restaurant.Graph.Rush;

/// <summary>Goes round: takes orders, calls for courses, and serves what is ready.</summary>
internal sealed class Waiter(Night night)
{
    private const string Open = """
        {
          orders(where: { status: { in: [PLACED, ACCEPTED, IN_PREPARATION, READY] } }, order: [{ placedAt: ASC }], first: 50) {
            nodes { id version status type lines { id status course } }
          }
        }
        """;

    private readonly Chance _chance = night.Chance;
    private readonly Speaker _waiter = night.Team.Waiter;

    /// <summary>The evening, until the last guest has left.</summary>
    public async IAsyncEnumerable<TimeSpan> LiveAsync()
    {
        while (night.IsOn)
        {
            var orders = (await _waiter.AskAsync(Open))["orders"]!.List("nodes");
            var acted = false;
            foreach (var id in orders.Select(order => order.Text("id")))
            {
                // Others have done something in the meantime.
                if (await StillOpenAsync(id) is { } order && await ActAsync(order))
                {
                    acted = true;
                    yield return _chance.Seconds(10, 30);
                }
            }

            yield return acted ? _chance.Seconds(5, 15) : _chance.Seconds(20, 40);
        }
    }

    private async Task<JsonNode?> StillOpenAsync(string id)
    {
        var order = (await _waiter.AskAsync("query($id: ID!) { orderById(id: $id) { id version status type lines { id status course } } }", new { id }))["orderById"];
        return order?.Text("status") is "PLACED" or "ACCEPTED" or "IN_PREPARATION" or "READY" ? order : null;
    }

    private async Task<bool> ActAsync(JsonNode order)
    {
        var lines = order.List("lines").Where(line => line.Text("status") != "VOIDED").ToList();
        var ready = lines.Where(line => line.Text("status") == "READY").ToList();
        var held = lines.Where(line => line.Text("status") == "HELD").ToList();
        if (order.Text("status") == "PLACED")
        {
            await DoAsync("acceptOrder", order);
            return true;
        }

        if (ready.Count > 0 && (order.Text("type") == "DINE_IN" || ready.Count == lines.Count))
        {
            await DoAsync("serveOrderLines", order, new { lineIds = ready.Select(line => line.Text("id")) });
            return true;
        }

        if (held.Count > 0 && lines.Except(held).All(line => line.Text("status") == "SERVED"))
        {
            await DoAsync("fireCourse", order, new { course = held.Min(line => line.Number("course")) });
            return true;
        }

        return false;
    }

    private async Task DoAsync(string mutation, JsonNode order, object? more = null)
    {
        var now = await _waiter.ActAsync(mutation, "order", order, "id status", more);
        if (now.Text("status") is "FULFILLED" or "CANCELED" && night.Tally.OpenOrders.Remove(now.Text("id"), out var placedAt) && now.Text("status") == "FULFILLED")
        {
            night.Tally.Waits.Add(night.Agenda.Now - placedAt);
        }
    }
}
