using Restaurant.Graph.Tests.Support;
using Snapshooter;
using Snapshooter.Xunit;

namespace Restaurant.Graph.Tests.Orders;

/// <summary>What cannot be done with an order is a typed error and changes nothing.</summary>
public sealed class OrderActionErrorTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    [Theory]
    [InlineData("acceptOrder")]
    [InlineData("rejectOrder")]
    [InlineData("cancelOrder")]
    [InlineData("fulfillOrder")]
    public async Task An_order_that_is_not_there_is_a_typed_error(string mutation) => Snapshot.Match(
        await app.Client.SnapshotAsync(Document(mutation), new { input = await app.OrderActionAsync(Ids.Of("Order", 999_999)) }), SnapshotNameExtension.Create(mutation));

    [Theory]
    [InlineData("acceptOrder", "acceptOrder")]
    [InlineData("rejectOrder", "acceptOrder")]
    [InlineData("fulfillOrder")]
    [InlineData("cancelOrder", "cancelOrder")]
    [InlineData("acceptOrder", "rejectOrder")]
    public async Task A_move_that_there_is_not_is_a_typed_error(string mutation, params string[] before)
    {
        var id = await app.PlaceAsync(Steps.Pizza);
        foreach (var step in before)
        {
            await app.DoAsync(step, id);
        }

        var unchanged = await StateAsync(id);
        var answer = await app.Client.SnapshotAsync(Document(mutation), new { input = await app.OrderActionAsync(id) });
        Assert.Equal(unchanged, await StateAsync(id));
        Snapshot.Match(answer, SnapshotNameExtension.Create([mutation, .. before]));
    }

    [Theory]
    [InlineData("rejectOrder")]
    [InlineData("cancelOrder")]
    public async Task A_reason_that_is_too_long_is_a_typed_error(string mutation)
    {
        var id = await app.PlaceAsync(Steps.Pizza);
        var unchanged = await StateAsync(id);
        var answer = await app.Client.SnapshotAsync(Document(mutation, "... on NoteTooLongError { maxLength }"), new { input = await EndAsync(id, new string('x', 501)) });
        Assert.Equal(unchanged, await StateAsync(id));
        Snapshot.Match(answer, SnapshotNameExtension.Create(mutation));
    }

    [Theory]
    [InlineData("rejectOrder", "REJECTED")]
    [InlineData("cancelOrder", "CANCELED")]
    public async Task A_reason_of_full_length_is_kept(string mutation, string status)
    {
        var id = await app.PlaceAsync(Steps.Pizza);
        var reason = new string('ü', 500);
        await app.Client.QueryAsync(Document(mutation), new { input = await EndAsync(id, reason) });
        var order = (await app.Client.QueryAsync("query($id: ID!) { orderById(id: $id) { status reason } }", new { id }))["orderById"]!;
        Assert.Equal((status, reason), (order["status"]!.GetValue<string>(), order["reason"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("Garbage", "garbage")]
    [InlineData("OfADish", "RGlzaDox")]
    public async Task An_id_that_is_none_of_an_order_is_an_error(string kind, string id) => Snapshot.Match(
        await app.Client.SnapshotAsync(Document("acceptOrder"), new { input = await app.OrderActionAsync(id) }), SnapshotNameExtension.Create(kind));

    [Fact]
    public async Task A_key_that_was_used_for_another_order_is_a_typed_error()
    {
        var key = Guid.NewGuid();
        await app.Client.QueryAsync(Documents.PlaceOrder, Documents.Margheritas(1, key));
        Snapshot.Match(await app.Client.SnapshotAsync(Documents.PlaceOrder, Documents.Margheritas(2, key)));
    }

    private async Task<string> StateAsync(string id) => (await app.Client.QueryAsync(
        "query($id: ID!) { orderById(id: $id) { status version reason lines { status } history { totalCount } } }", new { id })).ToJsonString();

    private async Task<object> EndAsync(string id, string reason) =>
        new { idempotencyKey = Guid.NewGuid(), orderId = id, expectedVersion = await app.VersionAsync(id), reason };

    private static string Document(string mutation, string errors = "") => $$"""
        mutation($input: {{Documents.InputOf(mutation)}}!) {
          {{mutation}}(input: $input) {
            order { id }
            errors {
              __typename
              ... on Error { code message path }
              ... on OrderActionNotAllowedError { action status }
              {{errors}}
            }
          }
        }
        """;
}
