using System.Text.Json.Nodes;

namespace Restaurant.Graph.Rush;

/// <summary>Looks over the books after the evening: what was promised, charged, paid and used has to be the same wherever it is written down.</summary>
internal static class Books
{
    /// <summary>What is not right; nothing if all is.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(Night night) =>
        [.. night.Tally.Faults, .. await OrdersAsync(night.Team.Manager), .. await StockAsync(night.Team.Manager)];

    /// <summary>All rows of a connection.</summary>
    public static async Task<IReadOnlyList<JsonNode>> AllAsync(Speaker who, string connection, string fields)
    {
        var rows = new List<JsonNode>();
        string? after = null;
        do
        {
            var page = (await who.AskAsync($"query($after: String) {{ {connection}(first: 50, after: $after) {{ nodes {{ {fields} }} pageInfo {{ hasNextPage endCursor }} }} }}", new { after }))[connection]!;
            rows.AddRange(page.List("nodes"));
            after = page["pageInfo"]!["hasNextPage"]!.GetValue<bool>() ? page["pageInfo"]!.Text("endCursor") : null;
        }
        while (after is not null);

        return rows;
    }

    // Who was given something back owes it again, on paper.
    private static async Task<IEnumerable<string>> OrdersAsync(Speaker manager)
    {
        var returned = (await AllAsync(manager, "payments", "refunded { minorUnits } order { id }")).ToLookup(row => row["order"]!.Text("id"), row => row.Units("refunded"));
        return from order in await AllAsync(manager, "orders", "id number status total { minorUnits } paid { minorUnits }")
               let owed = order.Text("status") is "FULFILLED" or "COMPLETED" ? order.Units("total") : 0
               where order.Units("paid") + returned[order.Text("id")].Sum() != owed
               select $"Order {order.Number("number")} is {order.Text("status")}: of {owed} there are {order.Units("paid")} paid and {returned[order.Text("id")].Sum()} given back.";
    }

    private static async Task<IEnumerable<string>> StockAsync(Speaker manager)
    {
        var booked = (await AllAsync(manager, "stockMovements", "quantity ingredient { id }")).ToLookup(row => row["ingredient"]!.Text("id"), row => row.Number("quantity"));
        return from ingredient in await AllAsync(manager, "ingredients", "id name onHand reserved")
               where ingredient.Number("onHand") != booked[ingredient.Text("id")].Sum() || ingredient.Number("reserved") != 0
               select $"Of {ingredient.Text("name")} there are {ingredient.Number("onHand")} with {ingredient.Number("reserved")} promised, and the ledger has {booked[ingredient.Text("id")].Sum()}.";
    }
}
