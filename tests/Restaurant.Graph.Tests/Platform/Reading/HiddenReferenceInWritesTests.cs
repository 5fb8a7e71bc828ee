using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Reading;

/// <summary>
/// A field that cannot be null and refers to what is hidden, in a payload and in a stream: null goes up no further than it has to
/// (https://spec.graphql.org/September2025/#sec-Handling-Execution-Errors), and the next event is still told of.
/// </summary>
public sealed class HiddenReferenceInWritesTests(HidingRestaurants restaurants) : IClassFixture<HidingRestaurants>
{
    [Fact]
    public async Task The_subject_of_a_payload_is_null_and_the_rest_of_it_is_there()
    {
        var answer = await restaurants.Planned.Client.SendAsync(
            "mutation($input: PlaceOrderInput!) { placeOrder(input: $input) { order { lines { dish { name } } } errors { ... on Error { code } } } }",
            new { input = new { idempotencyKey = Guid.NewGuid(), type = "TAKEAWAY", lines = new[] { new { dishId = Ids.Dish(HidingRestaurants.Dish), quantity = 1 } } } });
        Assert.Equal("placeOrder", answer["errors"]![0]!["path"]![0]!.GetValue<string>());
        Assert.Equal("""{"placeOrder":{"order":null,"errors":null}}""", answer["data"]?.ToJsonString());
    }

    [Fact]
    public async Task A_mutation_that_went_well_is_told_of_beside_one_whose_subject_has_an_error()
    {
        const string Place = "(input: { idempotencyKey: \"KEY\", type: TAKEAWAY, lines: [{ dishId: \"DISH\", quantity: 1 }] }) { order { lines { dish { id } } } }";
        var answer = await restaurants.Planned.Client.SendAsync(
            $"mutation {{ well: placeOrder{PlaceOf(Steps.Pizza)} not: placeOrder{PlaceOf(HidingRestaurants.Dish)} }}");
        Assert.Equal(Ids.Dish(Steps.Pizza), answer["data"]?["well"]!["order"]!["lines"]![0]!["dish"]!["id"]!.GetValue<string>());

        static string PlaceOf(long dish) => Place.Replace("KEY", $"{Guid.NewGuid()}", StringComparison.Ordinal).Replace("DISH", Ids.Dish(dish), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_tells_of_the_error_and_goes_on()
    {
        await using var socket = await SocketClient.InitAsync(restaurants.Planned.Endpoint);
        var order = await restaurants.PlaceAsync("ordinary", (HidingRestaurants.Dish, 1));
        await socket.SubscribeAsync("1", "subscription($id: ID!) { onOrderChanged(orderId: $id) { status order { lines { dish { name } } } } }", new { id = order });
        AssertNext(await socket.ReceiveAsync());
        await restaurants.Planned.DoAsync("cancelOrder", order);
        AssertNext(await socket.ReceiveAsync());
    }

    private static void AssertNext(JsonNode? message)
    {
        Assert.Equal("next", message!["type"]!.GetValue<string>());
        Assert.Equal("onOrderChanged", message["payload"]!["errors"]![0]!["path"]![0]!.GetValue<string>());
    }
}
