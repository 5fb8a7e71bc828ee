using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Reports;

/// <summary>Reports say what the orders, payments, tickets and lines of the days come to, which are read one by one here.</summary>
public sealed class ReportTests(Weekend app) : IClassFixture<Weekend>
{
    private static readonly DateOnly Saturday = new(2026, 10, 31);
    private static readonly DateOnly Sunday = new(2026, 11, 1);

    [Theory]
    [InlineData("DISH")]
    [InlineData("CATEGORY")]
    [InlineData("DAYPART")]
    [InlineData("HOUR")]
    [InlineData("DAY")]
    public async Task Sales_are_what_the_orders_come_to(string by)
    {
        var orders = (await app.Client.QueryAsync(
            "{ orders(first: 50) { nodes { number status placedAt subtotal { minorUnits } tax { minorUnits } lines { status dishName quantity lineTotal { minorUnits } dish { category { name } } } } } }"))["orders"]!["nodes"]!.AsArray()
            .Select(order => order!)
            .Where(order => order.Text("status") is not ("CANCELED" or "REJECTED" or "EXPIRED") && IsIn(order.Instant("placedAt"))).ToList();
        Assert.Equal(5, orders.Count);
        var ofLines = by is "DISH" or "CATEGORY";
        var expected = orders
            .SelectMany(order => Lines(order).Select(line => (Key: KeyOf(by, order, line), Order: order, Line: line)))
            .GroupBy(sold => sold.Key)
            .Select(group =>
            {
                var own = group.Select(sold => sold.Order).Distinct().ToList();
                return (group.Key, group.Sum(sold => sold.Line.Number("quantity")), group.Sum(sold => Units(sold.Line, "lineTotal")), ofLines ? (long?)null : own.Sum(order => Units(order, "tax")), own.Count);
            });
        var report = (await AskAsync($"salesReport({Days}, by: {by}) {{ rows {{ name hour date quantity net {{ minorUnits }} tax {{ minorUnits }} orders }} totals {{ quantity net {{ minorUnits }} tax {{ minorUnits }} orders }} }}"))["salesReport"]!;
        var rows = report["rows"]!.AsArray().Select(row => (
            $"{row!["name"]}{row["hour"]}{row["date"]}", row.Number("quantity"), Units(row, "net"), row["tax"] is { } ? Units(row, "tax") : (long?)null, row.Number("orders"))).ToList();
        Assert.Equal(expected.Order(), rows.Order());
        Assert.Equal(
            (orders.Sum(order => Units(order, "subtotal")), orders.Sum(order => Units(order, "tax")), orders.Count, rows.Sum(row => row.Item2), rows.Sum(row => row.Item3)),
            (Units(report["totals"]!, "net"), Units(report["totals"]!, "tax"), report["totals"]!.Number("orders"), report["totals"]!.Number("quantity"), Units(report["totals"]!, "net")));
    }

    [Theory]
    [InlineData(31, 31)]
    [InlineData(31, 32)]
    [InlineData(32, 32)]
    public async Task Payments_are_what_the_ledger_has_by_their_own_dates(int from, int to)
    {
        var (first, last) = (new DateOnly(2026, 10, 1).AddDays(from - 1), new DateOnly(2026, 10, 1).AddDays(to - 1));
        var payments = (await app.Client.QueryAsync(
            "{ payments(first: 50) { nodes { method status capturedAt amount { minorUnits } tip { minorUnits } refunds { createdAt amount { minorUnits } } } } }"))["payments"]!["nodes"]!.AsArray();
        var expected = new SortedDictionary<string, (long Captured, long Tips, long Refunded)>(StringComparer.Ordinal);
        foreach (var payment in payments.Select(payment => payment!))
        {
            if (payment.Text("status") == "CAPTURED" && IsIn(payment.Instant("capturedAt"), first, last))
            {
                Add(payment.Text("method"), Units(payment, "amount"), Units(payment, "tip"), 0);
            }

            foreach (var refund in payment["refunds"]!.AsArray().Where(refund => IsIn(refund!.Instant("createdAt"), first, last)))
            {
                Add(payment.Text("method"), 0, 0, Units(refund!, "amount"));
            }
        }

        var report = await AskAsync($"paymentReport(from: \"{first:O}\", to: \"{last:O}\") {{ methods {{ method captured {{ minorUnits }} tips {{ minorUnits }} refunded {{ minorUnits }} net {{ minorUnits }} }} }}");
        Assert.NotEmpty(expected);
        Assert.Equal(
            expected.Select(method => (method.Key, method.Value.Captured, method.Value.Tips, method.Value.Refunded, method.Value.Captured + method.Value.Tips - method.Value.Refunded)),
            report["paymentReport"]!["methods"]!.AsArray().Select(row => (row!.Text("method"), Units(row!, "captured"), Units(row!, "tips"), Units(row!, "refunded"), Units(row!, "net"))));

        void Add(string method, long captured, long tips, long refunded)
        {
            var sum = expected.GetValueOrDefault(method);
            expected[method] = (sum.Captured + captured, sum.Tips + tips, sum.Refunded + refunded);
        }
    }

    [Fact]
    public async Task The_kitchens_times_are_those_of_its_tickets()
    {
        // Two were made: one waited for five minutes and took seven and a half, the other was begun at once and took twenty.
        var station = Assert.Single((await AskAsync(
            $"kitchenReport({Days}) {{ stations {{ station tickets queuedToReady {{ p50 p90 }} waiting {{ p50 p90 }} making {{ p50 p90 }} }} }}"))["kitchenReport"]!["stations"]!.AsArray())!;
        Assert.Equal(("Stove", 2), (station.Text("station"), station.Number("tickets")));
        Assert.Equal([(12.5, 20), (0, 5), (7.5, 20)], new[] { "queuedToReady", "waiting", "making" }.Select(name => (Minutes(station, name, "p50"), Minutes(station, name, "p90"))));
    }

    [Fact]
    public async Task Waste_is_what_was_thrown_away_and_what_was_made_for_nobody()
    {
        var report = (await AskAsync($"wasteReport({Days}) {{ ingredients {{ ingredient unit reason quantity }} dishes {{ dishName reason quantity net {{ minorUnits }} }} }}"))["wasteReport"]!;
        Assert.Equal(
            [("Flour", "GRAM", "SPOILED", 25), ("Flour", "GRAM", "CALLED_OFF", 20 + 10)],
            report["ingredients"]!.AsArray().Select(row => (row!.Text("ingredient"), row!.Text("unit"), row!.Text("reason"), row!.Number("quantity"))));
        Assert.Equal(
            [("Plain", "Burnt", 2, 2000L), ("Plain", "Left", 1, 1000L)],
            report["dishes"]!.AsArray().Select(row => (row!.Text("dishName"), row!.Text("reason"), row!.Number("quantity"), Units(row!, "net"))));
    }

    [Theory]
    [InlineData("2026-03-02", "2026-03-01", "'to' is before 'from'.")]
    [InlineData("2025-01-01", "2026-01-02", "From 'from' to 'to' there are 367 days, where 366 is the most.")]
    [InlineData("0001-01-01", "0001-01-02", "'from' and 'to' have to be days from 2000-01-01 to 2999-12-31.")]
    [InlineData("9999-12-31", "9999-12-31", "'from' and 'to' have to be days from 2000-01-01 to 2999-12-31.")]
    public async Task Days_that_are_too_many_or_none_are_refused(string from, string to, string message)
    {
        foreach (var field in new[] { "salesReport", "paymentReport", "kitchenReport", "wasteReport" })
        {
            var answer = await app.Client.SendAsync($"{{ {field}(from: \"{from}\", to: \"{to}\"{(field == "salesReport" ? ", by: DAY" : "")}) {{ __typename }} }}");
            var error = Assert.Single(answer["errors"]!.AsArray())!;
            Assert.Equal((message, "INVALID_ARGUMENT"), (error.Text("message"), error["extensions"]!.Text("code")));
        }
    }

    [Fact]
    public async Task A_leap_year_is_not_too_long() =>
        Assert.NotNull((await AskAsync("paymentReport(from: \"2028-01-01\", to: \"2028-12-31\") { __typename }"))["paymentReport"]);

    private static string Days => $"from: \"{Saturday:O}\", to: \"{Sunday:O}\"";

    private Task<JsonNode> AskAsync(string field) => app.Client.QueryAsync($"{{ {field} }}");

    private static IEnumerable<JsonNode> Lines(JsonNode order) => order["lines"]!.AsArray().Select(line => line!).Where(line => line.Text("status") != "VOIDED");

    private static string KeyOf(string by, JsonNode order, JsonNode line)
    {
        var local = Weekend.LocalAt(order.Instant("placedAt"));
        return by switch
        {
            "DISH" => line.Text("dishName"),
            "CATEGORY" => line["dish"]!["category"]!.Text("name"),
            "DAYPART" => local >= new DateTime(2026, 10, 31, 18, 0, 0) && local < new DateTime(2026, 11, 1, 1, 0, 0) ? "Day" : "",
            "HOUR" => $"{local.Hour}",
            _ => $"{DateOnly.FromDateTime(local):O}",
        };
    }

    private static bool IsIn(DateTimeOffset instant) => IsIn(instant, Saturday, Sunday);

    private static bool IsIn(DateTimeOffset instant, DateOnly first, DateOnly last) => DateOnly.FromDateTime(Weekend.LocalAt(instant)) is var day && day >= first && day <= last;

    private static long Units(JsonNode node, string name) => node[name]!["minorUnits"]!.GetValue<long>();

    private static double Minutes(JsonNode station, string name, string part) => station[name]![part]!.GetValue<double>();
}
