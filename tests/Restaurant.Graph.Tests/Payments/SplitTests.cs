using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Payments;

/// <summary>Everybody pays for what they had, with its own tax, and nobody for what is paid already.</summary>
public sealed class SplitTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    private const long Beer = 196;

    [Fact]
    public async Task A_seat_pays_the_tax_of_its_own_lines()
    {
        var id = await PlaceAsync((Steps.Pizza, 1), (Beer, 2));
        Assert.Equal([1350, 827], await SplitAsync(id, "BY_SEAT"));
        Assert.Equal([1350, 827], await SplitAsync(id, "BY_LINE"));
    }

    [Fact]
    public async Task The_tax_of_a_rate_is_divided_among_its_own_lines_with_the_rest_at_the_first()
    {
        // Two espressos have 57 of tax, which do not divide; the pizza has 100 of its own.
        var id = await PlaceAsync((173, 1), (Steps.Pizza, 2), (173, 3));
        Assert.Equal([325 + 29, 1350, 325 + 28], await SplitAsync(id, "BY_SEAT"));
    }

    [Fact]
    public async Task What_a_seat_has_paid_counts_for_that_seat()
    {
        var id = await PlaceAsync((Steps.Pizza, 1), (Beer, 2));
        await PayAsync(id, 13.50m, seat: 1);
        Assert.Equal([0, 827], await SplitAsync(id, "BY_SEAT"));
        Assert.Equal([0, 827], await SplitAsync(id, "BY_LINE"));
        Assert.Equal([414, 413], await SplitAsync(id, "EVENLY", 2));
        await PayAsync(id, 8.27m, seat: null);
        Assert.Equal([0, 0], await SplitAsync(id, "BY_SEAT"));
    }

    [Fact]
    public async Task What_was_paid_for_no_seat_counts_for_all()
    {
        var id = await PlaceAsync((Steps.Pizza, 1), (Steps.Pizza, 2));
        await PayAsync(id, 10.01m, seat: null);
        Assert.Equal([850, 849], await SplitAsync(id, "BY_SEAT"));
    }

    [Fact]
    public async Task What_a_seat_has_paid_beyond_its_own_counts_for_all()
    {
        var id = await PlaceAsync((Steps.Pizza, 1), (Steps.Pizza, 2), (Steps.Pizza, 3));
        await PayAsync(id, 20m, seat: 2);
        Assert.Equal([1025, 0, 1025], await SplitAsync(id, "BY_SEAT"));
    }

    private async Task<string> PlaceAsync(params (long Dish, int Seat)[] lines) => (await app.PlaceAsync(new
    {
        idempotencyKey = Guid.NewGuid(),
        type = "TAKEAWAY",
        lines = lines.Select(line => new { dishId = Ids.Dish(line.Dish), quantity = 1, seat = line.Seat }),
    }))["order"]!.Text("id");

    private Task PayAsync(string orderId, decimal amount, int? seat) =>
        app.MutateAsync("payOrder", new { idempotencyKey = Guid.NewGuid(), orderId, amount, seat, method = "CASH" }, "payment { id }");

    private async Task<IEnumerable<int>> SplitAsync(string id, string by, int? parts = null) => (await app.Client.QueryAsync(
        "query($id: ID!, $by: BillSplit!, $parts: Int) { splitBill(orderId: $id, by: $by, parts: $parts) { amount { minorUnits } } }", new { id, by, parts }))["splitBill"]!.AsArray()
        .Select(part => part!["amount"]!.Number("minorUnits"));
}
