using System.Globalization;
using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Reports;

/// <summary>Each part of what was sold adds up to those of the orders, to the cent, where service is charged and totals are rounded.</summary>
public sealed class SalesLedgerTests(SalesLedgerTests.FullService app) : IClassFixture<SalesLedgerTests.FullService>
{
    private const string Days = "from: \"2026-03-14\", to: \"2026-03-14\"";

    private static readonly (string OfReport, string OfOrder)[] Parts =
        [("net", "subtotal"), ("discounts", "discount"), ("tax", "tax"), ("serviceCharge", "serviceCharge"), ("rounding", "rounding"), ("gross", "total")];

    [Theory]
    [InlineData("DISH")]
    [InlineData("CATEGORY")]
    [InlineData("DAYPART")]
    [InlineData("HOUR")]
    [InlineData("DAY")]
    public async Task The_report_comes_to_what_the_orders_come_to(string by)
    {
        var orders = (await app.Client.QueryAsync($"{{ orders(first: 50) {{ nodes {{ {Selection(part => part.OfOrder)} }} }} }}"))["orders"]!["nodes"]!.AsArray();
        var report = (await app.Client.QueryAsync(
            $"{{ salesReport({Days}, by: {by}) {{ rows {{ {Selection(part => part.OfReport)} }} totals {{ orders {Selection(part => part.OfReport)} }} }} }}"))["salesReport"]!;
        Assert.Equal(4, report["totals"]!.Number("orders"));
        foreach (var (ofReport, ofOrder) in Parts)
        {
            var sum = orders.Sum(order => Units(order![ofOrder]));
            Assert.NotEqual(0, sum);
            Assert.Equal(sum, Units(report["totals"]![ofReport]));
            var rows = report["rows"]!.AsArray().Select(row => row![ofReport]).ToList();
            Assert.True(ofReport != "net" && by is "DISH" or "CATEGORY" ? rows.TrueForAll(amount => amount is null) : rows.Sum(Units) == sum, ofReport);
        }
    }

    [Fact]
    public async Task The_file_comes_to_what_the_orders_come_to()
    {
        var file = await app.Client.Http.GetStringAsync(new Uri(app.Endpoint, "/reports/sales.csv?from=2026-03-14&to=2026-03-14&by=DAY"));
        var rows = file.Split("\r\n").Select(row => row.Split(',')).ToList();
        Assert.Equal(["name", "hour", "date", "quantity", "net", "discounts", "tax", "serviceCharge", "rounding", "gross", "orders"], rows[0]);
        var total = (await app.Client.QueryAsync("{ orders(first: 50) { nodes { total { minorUnits } } } }"))["orders"]!["nodes"]!.AsArray().Sum(order => Units(order!["total"]));
        Assert.Equal(total, Amount(rows[1][9]) * 100);
        Assert.Equal(rows[1][4..9].Sum(Amount) - (2 * Amount(rows[1][5])), Amount(rows[1][9]));
    }

    [Fact]
    public async Task What_was_called_off_is_told_with_its_reason_and_whether_it_was_made()
    {
        var voids = (await app.Client.QueryAsync($"{{ wasteReport({Days}) {{ voids {{ dishName reason wasFired quantity net {{ minorUnits }} }} }} }}"))["wasteReport"]!["voids"]!.AsArray();
        (string, string?, bool, int, int)[] expected =
        [
            ("Margherita Pizza", "Left", true, 1, 1250), ("Margherita Pizza", "Too long", false, 1, 1250), ("Skin-On Fries", "Left", true, 1, 600), ("Skin-On Fries", "Typo", false, 2, 1200),
        ];
        Assert.Equal(
            expected.Order(),
            voids.Select(row => (row!.Text("dishName"), row!["reason"]?.GetValue<string>(), row!["wasFired"]!.GetValue<bool>(), row!.Number("quantity"), (int)Units(row!["net"]))).Order());
        var file = await app.Client.Http.GetStringAsync(new Uri(app.Endpoint, "/reports/voids.csv?from=2026-03-14&to=2026-03-14"));
        Assert.Equal(
            ["dish,reason,wasFired,quantity,net", "Margherita Pizza,Left,True,1,12.50", "Margherita Pizza,Too long,False,1,12.50", "Skin-On Fries,Typo,False,2,12.00", "Skin-On Fries,Left,True,1,6.00", ""],
            file.Split("\r\n"));
    }

    private static string Selection(Func<(string OfReport, string OfOrder), string> name) => string.Join(' ', Parts.Select(part => $"{name(part)} {{ minorUnits }}"));

    private static decimal Amount(string cell) => decimal.Parse(cell, CultureInfo.InvariantCulture);

    private static long Units(JsonNode? money) => money!["minorUnits"]!.GetValue<long>();

    /// <summary>A restaurant that charges an eighth for service and rounds to five cents, after some orders at a table.</summary>
    public sealed class FullService() : RestaurantApp(AlwaysOpen, "--Orders:ServiceBasisPoints=1250", "--Orders:RoundTo=5")
    {
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await OrderAsync(Steps.Pizza, 173);
            await this.WithOrderAsync("discountOrder", await OrderAsync(196, 5), new { percent = 10, reason = "Regulars" });
            var typo = await OrderAsync(Steps.Pizza, Steps.Fries, Steps.Fries);
            await VoidAsync(typo, "Skin-On Fries", "Typo");
            var left = await OrderAsync(Steps.Pizza, Steps.Fries, 5);
            await this.DoAsync("acceptOrder", left);
            foreach (var ticket in await this.TicketsAsync(left))
            {
                await this.DoAsync("startTicket", ticket);
            }

            await VoidAsync(left, "Margherita Pizza", "Left");
            await VoidAsync(left, "Skin-On Fries", "Left");
            await this.WithOrderAsync("cancelOrder", await OrderAsync(Steps.Pizza), new { reason = "Too long" });
        }

        private async Task<string> OrderAsync(params long[] dishes) => (await this.PlaceAsync(new
        {
            idempotencyKey = Guid.NewGuid(),
            type = "DINE_IN",
            tableId = (await this.TableAsync("T1")).Text("id"),
            lines = dishes.Select(dish => new { dishId = Ids.Dish(dish), quantity = 1 }),
        }))["order"]!.Text("id");

        private async Task VoidAsync(string order, string dish, string reason)
        {
            var lines = (await this.OrderAsync(order))["lines"]!.AsArray().Where(line => line!.Text("dishName") == dish).Select(line => line!.Text("id"));
            Assert.Empty((await this.WithOrderAsync("voidOrderLines", order, new { lineIds = lines, reason })).Codes());
        }
    }
}
