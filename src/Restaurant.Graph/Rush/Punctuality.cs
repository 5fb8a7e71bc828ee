using System.Text.Json.Nodes;

namespace Restaurant.Graph.Rush;

/// <summary>How well promises were kept.</summary>
/// <param name="Orders">How many orders were promised for a time, and made.</param>
/// <param name="Likely">How many of them were ready by <c>promisedAt</c>.</param>
/// <param name="Latest">How many of them were ready by <c>promisedBy</c>.</param>
internal sealed record Punctuality(int Orders, int Likely, int Latest)
{
    /// <summary>Looks at all that was made: an order is ready with its last ticket, and what was promised for that counts.</summary>
    public static async Task<Punctuality> OfAsync(Speaker manager)
    {
        var tickets = await Books.AllAsync(manager, "tickets", "status readyAt order { id promisedAt promisedBy }");
        var orders = tickets
            .Where(ticket => ticket.Text("status") != "VOIDED" && ticket["readyAt"] is not null)
            .GroupBy(ticket => ticket["order"]!.Text("id"), (_, made) => (Ready: made.Max(ticket => At(ticket, "readyAt")), Order: made.First()["order"]!))
            .ToList();
        return new(
            orders.Count,
            orders.Count(made => made.Ready <= At(made.Order, "promisedAt")),
            orders.Count(made => made.Ready <= At(made.Order, "promisedBy")));
    }

    private static DateTimeOffset At(JsonNode node, string name) => node[name]!.GetValue<DateTimeOffset>();
}
