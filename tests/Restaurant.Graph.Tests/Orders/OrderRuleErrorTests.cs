using Restaurant.Graph.Tests.Support;
using Snapshooter;
using Snapshooter.Xunit;

namespace Restaurant.Graph.Tests.Orders;

/// <summary>What the house does not let happen to orders, as its people are told.</summary>
public sealed class OrderRuleErrorTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    private const string Discount = "mutation($input: DiscountOrderInput!) { discountOrder(input: $input) { order { id } errors { __typename ... on Error { code message path } } } }";

    [Theory]
    [InlineData("NeitherPercentNorAmount", null, "Regulars")]
    [InlineData("MoreThanThereIs", 101, "Regulars")]
    [InlineData("NoReason", 10, null)]
    public async Task A_discount_that_cannot_be_is_a_typed_error(string name, int? percent, string? reason)
    {
        var id = await app.PlaceAsync(Steps.Pizza);
        var input = new { idempotencyKey = Guid.NewGuid(), orderId = id, expectedVersion = await app.VersionAsync(id), percent, reason };
        Snapshot.Match(await app.Client.SnapshotAsync(Discount, new { input }), SnapshotNameExtension.Create(name));
    }

    [Fact]
    public async Task An_order_to_eat_here_without_a_table_is_a_typed_error() =>
        Snapshot.Match(await app.Client.SnapshotAsync(Documents.PlaceOrder, new { input = Here(tableId: null) }));

    [Fact]
    public async Task A_table_that_nobody_can_sit_at_is_a_typed_error()
    {
        await app.TryTableAsync("takeTableOutOfService", "T9");
        Snapshot.Match(await app.Client.SnapshotAsync(Documents.PlaceOrder, new { input = Here((await app.TableAsync("T9")).Text("id")) }));
    }

    [Fact]
    public async Task A_party_that_would_leave_with_the_bill_is_a_typed_error()
    {
        var visit = await app.SeatAsync("T4");
        await app.PlaceAsync(Here((await app.TableAsync("T4")).Text("id")));
        Snapshot.Match(await app.Client.SnapshotAsync(
            "mutation($input: CloseVisitInput!) { closeVisit(input: $input) { visit { id } errors { __typename ... on Error { code message path } } } }",
            new { input = new { visitId = visit.Text("id") } }));
    }

    [Fact]
    public async Task A_dish_of_another_time_of_the_day_is_a_typed_error()
    {
        await using var morning = RestaurantApp.Of();
        await morning.InitializeAsync();
        morning.Time.Advance(new DateTimeOffset(2026, 3, 15, 13, 0, 0, TimeSpan.Zero) - morning.Time.GetUtcNow());
        Snapshot.Match(await morning.Client.SnapshotAsync(Documents.PlaceOrder, Documents.Margheritas()));
    }

    private static object Here(string? tableId) => new
    {
        idempotencyKey = Guid.NewGuid(),
        type = "DINE_IN",
        tableId,
        lines = new[] { new { dishId = Ids.Dish(Steps.Fries), quantity = 1 } },
    };
}
