using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Orders;

public sealed class DeliveryTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    [Fact]
    public async Task Whoever_brings_an_order_sees_to_whom_and_where()
    {
        var placed = await PlaceAsync("DELIVERY", "Ada Lovelace", "+44 20 7946 0000", "12 St James's Square\nLondon");
        Assert.Null(placed["errors"]);
        var order = await app.OrderAsync(placed["order"]!["id"]!.GetValue<string>(), "contactName contactPhone deliveryAddress");
        Assert.Equal("""{"contactName":"Ada Lovelace","contactPhone":"\u002B44 20 7946 0000","deliveryAddress":"12 St James\u0027s Square\nLondon"}""", order.ToJsonString());
    }

    [Theory]
    [InlineData("DELIVERY", null, null, null, "contactName 100", "deliveryAddress 300")]
    [InlineData("DELIVERY", " ", "", "\n", "contactName 100", "contactPhone 30", "deliveryAddress 300")]
    [InlineData("TAKEAWAY", "", null, null, "contactName 100")]
    public async Task A_delivery_without_a_door_is_a_typed_error(string type, string? name, string? phone, string? address, params string[] faults) =>
        Assert.Equal(faults, FaultsOf(await PlaceAsync(type, name, phone, address)));

    [Fact]
    public async Task A_contact_that_is_too_long_is_a_typed_error() =>
        Assert.Equal(["contactName 100", "contactPhone 30", "deliveryAddress 300"], FaultsOf(await PlaceAsync("DELIVERY", new('a', 101), new('1', 31), new('b', 301))));

    [Fact]
    public async Task What_is_fetched_needs_no_contact_and_may_have_one()
    {
        Assert.Null((await PlaceAsync("TAKEAWAY", null, null, null))["errors"]);
        Assert.Null((await PlaceAsync("TAKEAWAY", "Ada", "1", null))["errors"]);
    }

    [Fact]
    public async Task The_price_of_a_delivery_is_told_without_saying_where_one_lives()
    {
        var payload = await app.MutateAsync("quoteOrder", new { type = "DELIVERY", lines = Lines }, "quote { total { amount } }");
        Assert.Null(payload["errors"]);
        Assert.Equal(13.5m, payload["quote"]!["total"]!["amount"]!.GetValue<decimal>());
    }

    private static object[] Lines => [new { dishId = Ids.Dish(1), quantity = 1 }];

    private async Task<JsonNode> PlaceAsync(string type, string? contactName, string? contactPhone, string? deliveryAddress) => (await app.Client.QueryAsync(
        "mutation($input: PlaceOrderInput!) { placeOrder(input: $input) { order { id } errors { ... on InvalidContactError { maxLength } ... on Error { code path } } } }",
        new { input = new { idempotencyKey = Guid.NewGuid(), type, contactName, contactPhone, deliveryAddress, lines = Lines } }))["placeOrder"]!;

    private static IEnumerable<string> FaultsOf(JsonNode payload) => payload["errors"]!.AsArray().Select(error =>
        error!["code"]!.GetValue<string>() is "INVALID_CONTACT" ? $"{error["path"]![1]} {error["maxLength"]}" : error.ToJsonString());
}
