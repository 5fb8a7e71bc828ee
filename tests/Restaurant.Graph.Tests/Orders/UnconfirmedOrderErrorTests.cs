using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;
using Snapshooter;
using Snapshooter.Xunit;

namespace Restaurant.Graph.Tests.Orders;

/// <summary>A guest without a table has so many orders and items until the staff has taken money for them.</summary>
public sealed class UnconfirmedOrderErrorTests
{
    private const string Place = """
        mutation($input: PlaceOrderInput!) {
          placeOrder(input: $input) {
            order { id status version }
            errors { __typename ... on Error { message code path } ... on TooManyOrdersError { maxOrders } ... on TooManyItemsError { maxItems } }
          }
        }
        """;

    [Fact]
    public async Task A_guest_without_a_table_has_so_many_unpaid_orders_open()
    {
        await using var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, "--Orders:MaxOpenOrdersWithoutTable=2", "--Orders:MaxOrdersWithoutTable=3");
        using var guest = app.As(await app.ComeInAsync());
        var first = await PlacedAsync(guest);
        var second = await PlacedAsync(guest);
        Snapshot.Match((await PlaceAsync(guest)).Indented(), SnapshotNameExtension.Create("Open"));
        using var other = app.As(await app.ComeInAsync());
        await PlacedAsync(other);

        // What is paid, or was called off, is open and unpaid no more; there is an end to that as well.
        Assert.Null((await app.PayAsync(first.Text("id"), 1))["errors"]);
        await app.DoAsync("cancelOrder", (await PlacedAsync(guest)).Text("id"));
        Snapshot.Match((await PlaceAsync(guest)).Indented(), SnapshotNameExtension.Create("Visit"));
        Assert.NotEqual(first.Text("id"), second.Text("id"));
    }

    [Fact]
    public async Task Orders_for_later_count_among_the_open_ones()
    {
        await using var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, "--Orders:MaxOpenOrdersWithoutTable=2");
        using var guest = app.As(await app.ComeInAsync());
        var later = app.Time.GetUtcNow().AddDays(2);
        for (var order = 0; order < 2; order++)
        {
            Assert.Empty((await PlaceLaterAsync(guest, later)).Codes());
        }

        Assert.Equal(["TOO_MANY_ORDERS"], (await PlaceLaterAsync(guest, later)).Codes());
        Assert.Equal(["TOO_MANY_ORDERS"], (await PlaceAsync(guest)).Codes());
    }

    [Theory]
    [InlineData("placeOrder")]
    [InlineData("quoteOrder")]
    public async Task The_unpaid_orders_of_a_guest_without_a_table_have_so_many_items(string mutation)
    {
        await using var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, "--Orders:MaxItemsWithoutTable=5");
        using var guest = app.As(await app.ComeInAsync());
        await PlacedAsync(guest, 3);
        if (mutation == "quoteOrder")
        {
            var input = new { type = "TAKEAWAY", lines = new[] { new { dishId = Ids.Dish(Steps.Pizza), quantity = 3 } } };
            var quote = await guest.QueryAsync("mutation($input: QuoteOrderInput!) { quoteOrder(input: $input) { errors { ... on Error { code } } } }", new { input });
            Assert.Equal(["TOO_MANY_ITEMS"], quote["quoteOrder"]!.Codes());
            return;
        }

        Snapshot.Match((await PlaceAsync(guest, 3)).Indented());
        await PlacedAsync(guest, 2);
    }

    [Fact]
    public async Task Neither_the_staff_nor_guests_at_a_table_are_bound()
    {
        await using var app = await RestaurantApp.OpenAsync(
            RestaurantApp.AlwaysOpen, "--Orders:MaxOpenOrdersWithoutTable=1", "--Orders:MaxItemsWithoutTable=1", "--Orders:MaxOrdersWithoutTable=1", "--Orders:StockShareWithoutTable=0");
        using var seated = app.As(await app.ComeInAsync(await app.CodeOnAsync("T1")));
        foreach (var client in new[] { app.Client, seated })
        {
            await PlacedAsync(client, 3);
            await PlacedAsync(client, 3);
        }
    }

    private static async Task<JsonNode> PlaceLaterAsync(GraphQLClient client, DateTimeOffset time)
    {
        var lines = new[] { new { dishId = Ids.Dish(Steps.Pizza), quantity = 1 } };
        var input = new { idempotencyKey = Guid.NewGuid(), type = "TAKEAWAY", scheduledFor = time, lines };
        var answer = await client.QueryAsync(
            "mutation($input: PlaceOrderInput!) { placeOrder(input: $input) { errors { ... on Error { code } } } }", new { input });
        return answer["placeOrder"] ?? throw new InvalidOperationException("There is no payload.");
    }

    private static async Task<JsonNode> PlacedAsync(GraphQLClient client, int quantity = 1)
    {
        var payload = await PlaceAsync(client, quantity);
        Assert.True(payload["errors"] is null, payload.ToJsonString());
        return payload["order"]!;
    }

    private static async Task<JsonNode> PlaceAsync(GraphQLClient client, int quantity = 1) =>
        (await client.QueryAsync(Place, Documents.Margheritas(quantity)))["placeOrder"]!;
}
