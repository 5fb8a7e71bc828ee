using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Payments;

/// <summary>A receipt adds up, whatever has become of the order.</summary>
public sealed class ReceiptTests(ReceiptTests.FullService app) : IClassFixture<ReceiptTests.FullService>
{
    [Fact]
    public async Task A_receipt_of_an_order_that_was_called_off_has_nothing_on_it()
    {
        var id = await PlaceAsync();
        await app.PayAsync(id, 5m);
        await app.DoAsync("cancelOrder", id);
        Assert.Equal((0, 0, -500), await AddedUpAsync(id));
    }

    [Fact]
    public async Task A_receipt_of_an_order_that_was_called_off_after_some_was_served_has_just_that()
    {
        var id = await PlaceAsync();
        await app.DoAsync("acceptOrder", id);
        var oven = (await app.TicketsAsync(id))[0];
        await app.DoAsync("startTicket", oven);
        await app.DoAsync("bumpTicket", oven);
        var pizza = (await app.OrderAsync(id))["lines"]!.AsArray().Single(line => line!.Text("dishName") == "Margherita Pizza")!.Text("id");
        await app.WithOrderAsync("serveOrderLines", id, new { lineIds = new[] { pizza } });
        await app.DoAsync("cancelOrder", id);
        Assert.Equal((1, 1475, 1475), await AddedUpAsync(id));
    }

    [Fact]
    public async Task A_receipt_of_an_order_of_which_some_was_called_off_has_the_rest()
    {
        var id = await PlaceAsync();
        var fries = (await app.OrderAsync(id))["lines"]!.AsArray().Single(line => line!.Text("dishName") == "Skin-On Fries")!.Text("id");
        await app.WithOrderAsync("voidOrderLines", id, new { lineIds = new[] { fries } });
        Assert.Equal((1, 1475, 1475), await AddedUpAsync(id));
    }

    private async Task<string> PlaceAsync() => (await app.PlaceAsync(new
    {
        idempotencyKey = Guid.NewGuid(),
        type = "DINE_IN",
        tableId = (await app.TableAsync("T1")).Text("id"),
        lines = new[] { new { dishId = Ids.Dish(Steps.Pizza), quantity = 1 }, new { dishId = Ids.Dish(Steps.Fries), quantity = 1 } },
    }))["order"]!.Text("id");

    // How many lines the receipt has, what it comes to, and what is to be paid, once all sums were looked over.
    private async Task<(int Lines, int Total, int Balance)> AddedUpAsync(string id)
    {
        const string Bill = "subtotal { minorUnits } taxes { net { minorUnits } tax { minorUnits } } serviceCharge { minorUnits } rounding { minorUnits } total { minorUnits } balance { minorUnits }";
        var data = await app.Client.QueryAsync(
            $"query($id: ID!) {{ receipt(orderId: $id) {{ {Bill} lines {{ lineTotal {{ minorUnits }} }} payments {{ amount {{ minorUnits }} }} }} orderById(id: $id) {{ {Bill} tax {{ minorUnits }} }} }}", new { id });
        var (receipt, order) = (data["receipt"]!, data["orderById"]!);
        Assert.Equal(Units(order, "tax"), order["taxes"]!.AsArray().Sum(share => Units(share!, "tax")));
        order.AsObject().Remove("tax");
        var (lines, payments) = (receipt["lines"]!.AsArray(), receipt["payments"]!.AsArray());
        Assert.Equal(Units(receipt, "subtotal"), lines.Sum(line => Units(line!, "lineTotal")));
        Assert.Equal(Units(receipt, "subtotal"), receipt["taxes"]!.AsArray().Sum(share => Units(share!, "net")));
        Assert.Equal(Units(receipt, "total"), Units(receipt, "subtotal") + receipt["taxes"]!.AsArray().Sum(share => Units(share!, "tax")) + Units(receipt, "serviceCharge") + Units(receipt, "rounding"));
        Assert.Equal(Units(receipt, "balance"), Units(receipt, "total") - payments.Sum(payment => Units(payment!, "amount")));
        foreach (var (name, value) in order.AsObject())
        {
            Assert.Equal(value!.ToJsonString(), receipt[name]!.ToJsonString());
        }

        return (lines.Count, Units(receipt, "total"), Units(receipt, "balance"));
    }

    private static int Units(JsonNode node, string name) => node[name]!.Number("minorUnits");

    /// <summary>A restaurant that charges a tenth for service and rounds to five cents.</summary>
    public sealed class FullService() : RestaurantApp(AlwaysOpen, "--Orders:ServiceBasisPoints=1000", "--Orders:RoundTo=5");
}
