using System.Globalization;
using System.Text.Json.Nodes;

namespace Restaurant.Graph.Rush;

/// <summary>What the evening came to, as the server's own reports have it.</summary>
internal sealed class Summary(Night night, DateOnly day)
{
    private readonly string _days = $"from: \"{day:O}\", to: \"{day.AddDays(1):O}\"";

    /// <summary>Writes it.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="log">The hash of the event log, and how many events it has.</param>
    public async Task WriteAsync(TextWriter output, (string Hash, int Events) log)
    {
        var manager = night.Team.Manager;
        var report = await manager.AskAsync($$"""
            {
              salesReport({{_days}}, by: DISH) { rows { name quantity } totals { orders quantity net { amount } tax { amount } } }
              paymentReport({{_days}}) { methods { method payments captured { amount } tips { amount } refunded { amount } net { amount } } }
              kitchenReport({{_days}}) { stations { station tickets queuedToReady { p50 p90 } } }
              wasteReport({{_days}}) { ingredients { ingredient unit reason quantity } dishes { dishName reason quantity net { amount } } }
            }
            """);
        var orders = (await Books.AllAsync(manager, "orders", "status")).CountBy(order => order.Text("status")).OrderBy(count => count.Key, StringComparer.Ordinal);
        Line(output, "Guests", $"{night.Tally.GuestsServed} served, {night.Tally.GuestsTurnedAway} turned away, {night.Tally.ChangesOfMind} changes of mind, {night.Tally.Conflicts} met an allergy, {night.Tally.SoldOut} met a dish that was sold out");
        Line(output, "Orders", string.Join(", ", orders.Select(count => $"{count.Value} {count.Key}")));
        Line(output, "Order to table", night.Tally.Waits.Count == 0 ? "none" : string.Create(CultureInfo.InvariantCulture, $"P50 {Minutes(0.5):0.0} min, P90 {Minutes(0.9):0.0} min, all courses"));
        Line(output, "Promises", Told(await Punctuality.OfAsync(manager)));
        Lines(output, "Stations", report["kitchenReport"]!.List("stations").Select(row => $"{row.Text("station")}: {row.Number("tickets")} tickets, P50 {Amount(row["queuedToReady"]!, "p50")} min, P90 {Amount(row["queuedToReady"]!, "p90")} min"));
        Lines(output, "Most sold", report["salesReport"]!.List("rows").Take(5).Select(row => $"{row.Number("quantity")} {row.Text("name")}"));
        Lines(output, "Waste", report["wasteReport"]!.List("ingredients").Select(row => $"{row.Number("quantity")} {row.Text("unit")} of {row.Text("ingredient")}, {row["reason"]?.GetValue<string>() ?? "no reason"}"));
        Lines(output, "Made for nobody", report["wasteReport"]!.List("dishes").Select(row => $"{row.Number("quantity")} {row.Text("dishName")}, {row["reason"]?.GetValue<string>() ?? "no reason"}"));
        var totals = report["salesReport"]!["totals"]!;
        Line(output, "Revenue", $"{Amount(totals["net"]!, "amount")} net and {Amount(totals["tax"]!, "amount")} tax of {totals.Number("orders")} orders, {totals.Number("quantity")} dishes");
        Lines(output, "Payments", report["paymentReport"]!.List("methods").Select(row => $"{row.Text("method")}: {row.Number("payments")}, {Amount(row["captured"]!, "amount")} and {Amount(row["tips"]!, "amount")} tips, {Amount(row["refunded"]!, "amount")} given back"));
        Line(output, "Events", string.Create(CultureInfo.InvariantCulture, $"{log.Events:N0}, {log.Hash}"));
    }

    private double Minutes(double part) => night.Tally.Waits.Order().ElementAt((int)Math.Ceiling(part * night.Tally.Waits.Count) - 1).TotalMinutes;

    private static string Told(Punctuality kept) => kept.Orders == 0 ? "none"
        : string.Create(CultureInfo.InvariantCulture, $"{100.0 * kept.Likely / kept.Orders:0} % of {kept.Orders} orders were ready by promisedAt, {100.0 * kept.Latest / kept.Orders:0} % by promisedBy");

    private static string Amount(JsonNode node, string name) => node[name]!.GetValue<decimal>().ToString("N2", CultureInfo.InvariantCulture);

    private static void Lines(TextWriter output, string name, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Line(output, name, line);
            name = "";
        }
    }

    private static void Line(TextWriter output, string name, string line) => output.WriteLine($"  {name,-16}{line}");
}
