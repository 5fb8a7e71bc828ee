using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Orders;

/// <summary>Whatever is done with an order or a ticket is done once for one key.</summary>
public sealed class ActionIdempotencyTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    [Theory]
    [InlineData("acceptOrder")]
    [InlineData("rejectOrder")]
    [InlineData("cancelOrder")]
    [InlineData("fulfillOrder", "acceptOrder", "cook")]
    [InlineData("startTicket", "acceptOrder")]
    [InlineData("bumpTicket", "acceptOrder", "startTicket")]
    [InlineData("recallTicket", "acceptOrder", "startTicket", "bumpTicket")]
    public async Task The_same_sent_again_is_answered_the_same_and_done_once(string mutation, params string[] before)
    {
        var order = await app.PlaceAsync(Steps.Pizza);
        foreach (var step in before)
        {
            await (step == "cook" ? app.CookAsync(order) : app.DoAsync(step, step.EndsWith("Order", StringComparison.Ordinal) ? order : await TicketAsync(order)));
        }

        var isOrder = mutation.EndsWith("Order", StringComparison.Ordinal);
        var input = isOrder ? await app.OrderActionAsync(order) : await app.TicketActionAsync(await TicketAsync(order));
        var first = await SendAsync(mutation, isOrder, input);
        Assert.Null(first["errors"]);
        var versions = await VersionsAsync(order);
        var again = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => SendAsync(mutation, isOrder, input)));
        Assert.All(again, answer => Assert.Equal(first.ToJsonString(), answer.ToJsonString()));
        Assert.Equal(versions, await VersionsAsync(order));
    }

    [Fact]
    public async Task A_key_of_something_else_is_refused()
    {
        var order = await app.PlaceAsync(Steps.Pizza);
        var input = await app.OrderActionAsync(order);
        Assert.Null((await SendAsync("acceptOrder", isOrder: true, input))["errors"]);
        Assert.Equal("IDEMPOTENCY_KEY_REUSED", (await SendAsync("cancelOrder", isOrder: true, input))["errors"]![0]!["code"]!.GetValue<string>());
        Assert.Equal("ACCEPTED", await app.StatusAsync(order));
    }

    private async Task<string> TicketAsync(string order) => Assert.Single(await app.TicketsAsync(order));

    private async Task<string> VersionsAsync(string order) => (await app.Client.QueryAsync(
        "query($id: ID!) { orderById(id: $id) { version } tickets(where: { order: { id: { eq: $id } } }) { nodes { version } } }", new { id = order })).ToJsonString();

    private async Task<JsonNode> SendAsync(string mutation, bool isOrder, object input) => (await app.Client.QueryAsync(
        $$"""
        mutation($input: {{Documents.InputOf(mutation)}}!) {
          {{mutation}}(input: $input) { {{(isOrder ? "order" : "ticket")}} { id status version } errors { ... on Error { code } } }
        }
        """,
        new { input }))[mutation]!;
}
