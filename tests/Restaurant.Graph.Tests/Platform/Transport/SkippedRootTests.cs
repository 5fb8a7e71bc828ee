using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Transport;

/// <summary>Conditions at the root of an operation (Single Root Field, September 2025).</summary>
public sealed class SkippedRootTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    [Theory]
    [InlineData("""mutation { markDishAvailable(input: { dishId: "RGlzaDox" }) @skip(if: true) { dish { id } } }""")]
    [InlineData("""mutation { markDishAvailable(input: { dishId: "RGlzaDox" }) @include(if: false) { dish { id } } }""")]
    [InlineData("mutation { __typename @skip(if: true) }")]
    [InlineData("""mutation { ... @skip(if: true) { markDishAvailable(input: { dishId: "RGlzaDox" }) { dish { id } } } }""")]
    [InlineData("{ restaurant @skip(if: true) { name } }")]
    [InlineData("{ ... @include(if: false) { restaurant { name } __typename } }")]
    [InlineData("{ __schema @skip(if: true) { description } }")]
    public async Task An_operation_of_which_everything_is_skipped_has_empty_data(string query)
    {
        Assert.Equal("""{"data":{}}""", (await app.PostAsync(new { query })).Body);
        await using var socket = await SocketClient.InitAsync(app.Endpoint);
        await socket.SubscribeAsync("1", query);
        Assert.Equal("""{"type":"next","id":"1","payload":{"data":{}}}""", (await socket.ReceiveAsync())?.ToJsonString());
        Assert.Equal("""{"type":"complete","id":"1"}""", (await socket.ReceiveAsync())?.ToJsonString());
    }

    [Theory]
    [InlineData("subscription { onMenuChanged @skip(if: true) { cursor } }")]
    [InlineData("subscription { onMenuChanged @skip(if: false) { cursor } }")]
    [InlineData("subscription { onMenuChanged @include(if: false) { cursor } }")]
    [InlineData("subscription($if: Boolean = true) { onMenuChanged @skip(if: $if) { cursor } }")]
    [InlineData("subscription { onMenuChanged { cursor } onOrdersChanged @skip(if: true) { cursor } }")]
    [InlineData("subscription { ... @include(if: true) { onMenuChanged { cursor } } }")]
    [InlineData("subscription { ...A @include(if: true) } fragment A on Subscription { onMenuChanged { cursor } }")]
    [InlineData("subscription { ...A } fragment A on Subscription { ...B } fragment B on Subscription { onMenuChanged @skip(if: true) { cursor } }")]
    [InlineData("subscription { __typename }")]
    [InlineData("subscription { onMenuChanged { cursor } __typename }")]
    [InlineData("subscription { onMenuChanged { cursor } onOrdersChanged { cursor } }")]
    [InlineData("subscription { a: onMenuChanged { cursor } b: onMenuChanged { cursor } }")]
    public async Task A_subscription_has_one_root_field_without_a_condition(string query)
    {
        Assert.Contains("GRAPHQL_VALIDATION_FAILED", (await app.PostAsync(new { query }, "text/event-stream")).Body, StringComparison.Ordinal);
        await using var socket = await SocketClient.InitAsync(app.Endpoint);
        await socket.SubscribeAsync("1", query);
        Assert.Contains("GRAPHQL_VALIDATION_FAILED", (await socket.ReceiveAsync())!.ToJsonString(), StringComparison.Ordinal);

        // The id is free again.
        await socket.SubscribeAsync("1", "{ restaurant { name } }");
        Assert.NotNull((await socket.NextAsync())["restaurant"]);
    }

    [Theory]
    [InlineData("""subscription { onMenuChanged(after: "AAAAAAAAAAA") { cursor } onMenuChanged(after: "AAAAAAAAAAA") { dish { id } } }""")]
    [InlineData("""subscription { onMenuChanged(after: "AAAAAAAAAAA") { cursor dish @skip(if: true) { id } } }""")]
    [InlineData("""subscription { ... on Subscription { ...A } } fragment A on Subscription { onMenuChanged(after: "AAAAAAAAAAA") { cursor } }""")]
    public async Task One_response_key_and_conditions_below_it_are_right(string query)
    {
        await using var socket = await SocketClient.InitAsync(app.Endpoint);
        await socket.SubscribeAsync("1", query);
        Assert.NotNull((await socket.NextAsync())["onMenuChanged"]);
    }
}
