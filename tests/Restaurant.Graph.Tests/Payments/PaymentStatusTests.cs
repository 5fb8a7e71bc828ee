using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Payments;

/// <summary>How far an order is paid follows from its payments and its total, whichever of them has changed last.</summary>
public sealed class PaymentStatusTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    [Fact]
    public async Task What_is_paid_is_paid_in_full_once_the_rest_is_called_off()
    {
        var id = await app.PlaceAsync(Steps.Pizza, Steps.Fries);
        await app.PayAsync(id, 13.50m);
        await AssertAsync("PARTIALLY_PAID", 648, id);
        await VoidAsync(id, "Skin-On Fries");
        await AssertAsync("PAID", 0, id);
    }

    [Fact]
    public async Task What_was_paid_in_full_is_paid_in_part_once_more_is_ordered()
    {
        var id = await app.PlaceAsync(Steps.Pizza);
        await app.PayAsync(id, 13.50m);
        await AssertAsync("PAID", 0, id);
        await app.WithOrderAsync("addOrderLines", id, new { lines = new[] { new { dishId = Ids.Dish(Steps.Fries), quantity = 1 } } });
        await AssertAsync("PARTIALLY_PAID", 648, id);
    }

    [Fact]
    public async Task What_was_paid_back_and_paid_again_is_paid()
    {
        var id = await app.PlaceAsync(Steps.Pizza);
        var first = (await app.PayAsync(id, 5m))["payment"]!.Text("id");
        await app.MutateAsync("refundPayment", new { idempotencyKey = Guid.NewGuid(), paymentId = first, amount = 5m, reason = "Wrong card" }, "payment { id }");
        await AssertAsync("REFUNDED", 1350, id);
        await app.PayAsync(id, 13.50m);
        await AssertAsync("PAID", 0, id);
    }

    [Fact]
    public async Task An_order_of_which_all_else_was_served_and_paid_is_completed_by_calling_off_the_rest()
    {
        var id = await app.PlaceAsync(Steps.Pizza, Steps.Fries);
        await app.DoAsync("acceptOrder", id);
        var oven = (await app.TicketsAsync(id))[0];
        await app.DoAsync("startTicket", oven);
        await app.DoAsync("bumpTicket", oven);
        await app.WithOrderAsync("serveOrderLines", id, new { lineIds = new[] { await LineAsync(id, "Margherita Pizza") } });
        await app.PayAsync(id, 13.50m);
        Assert.Equal("IN_PREPARATION", await app.StatusAsync(id));
        await VoidAsync(id, "Skin-On Fries");
        await AssertAsync("PAID", 0, id);
        Assert.Equal("COMPLETED", await app.StatusAsync(id));
    }

    private async Task AssertAsync(string status, long balance, string id)
    {
        var order = await app.OrderAsync(id);
        Assert.Equal((status, balance), (order.Text("paymentStatus"), order["balance"]!.Number("minorUnits")));
    }

    private async Task VoidAsync(string id, string dish)
    {
        var payload = await app.WithOrderAsync("voidOrderLines", id, new { lineIds = new[] { await LineAsync(id, dish) }, reason = "Changed their mind" });
        Assert.Empty(payload.Codes());
    }

    private async Task<string> LineAsync(string id, string dish) =>
        (await app.OrderAsync(id))["lines"]!.AsArray().Single(line => line!.Text("dishName") == dish)!.Text("id");
}
