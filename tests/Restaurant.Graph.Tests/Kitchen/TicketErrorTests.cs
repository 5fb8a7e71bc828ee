using Restaurant.Graph.Tests.Support;
using Snapshooter;
using Snapshooter.Xunit;

namespace Restaurant.Graph.Tests.Kitchen;

/// <summary>What cannot be done with a ticket is a typed error and changes nothing.</summary>
public sealed class TicketErrorTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    [Theory]
    [InlineData("startTicket")]
    [InlineData("bumpTicket")]
    [InlineData("recallTicket")]
    public async Task A_ticket_that_is_not_there_is_a_typed_error(string mutation) => Snapshot.Match(
        await app.Client.SnapshotAsync(Document(mutation), new { input = await app.TicketActionAsync(Ids.Of("Ticket", 999_999)) }), SnapshotNameExtension.Create(mutation));

    [Theory]
    [InlineData("bumpTicket")]
    [InlineData("recallTicket")]
    [InlineData("startTicket", "startTicket")]
    [InlineData("recallTicket", "startTicket")]
    [InlineData("startTicket", "startTicket", "bumpTicket")]
    [InlineData("startTicket", "startTicket", "bumpTicket", "bumpTicket")]
    [InlineData("bumpTicket", "startTicket", "bumpTicket", "bumpTicket")]
    [InlineData("startTicket", "cancelOrder")]
    [InlineData("bumpTicket", "startTicket", "cancelOrder")]
    [InlineData("recallTicket", "startTicket", "bumpTicket", "cancelOrder")]
    [InlineData("recallTicket", "startTicket", "bumpTicket", "fulfillOrder")]
    [InlineData("recallTicket", "startTicket", "bumpTicket", "bumpTicket", "fulfillOrder")]
    public async Task A_move_that_there_is_not_is_a_typed_error(string mutation, params string[] before)
    {
        var order = await app.PlaceAsync(Steps.Pizza);
        await app.DoAsync("acceptOrder", order);
        var id = Assert.Single(await app.TicketsAsync(order));
        foreach (var step in before)
        {
            await app.DoAsync(step, step.EndsWith("Order", StringComparison.Ordinal) ? order : id);
        }

        var unchanged = await StateAsync(id);
        var answer = await app.Client.SnapshotAsync(Document(mutation), new { input = await app.TicketActionAsync(id) });
        Assert.Equal(unchanged, await StateAsync(id));
        Snapshot.Match(answer, SnapshotNameExtension.Create([mutation, "after", .. before.Select(step => step.Replace("Ticket", "", StringComparison.Ordinal))]));
    }

    [Theory]
    [InlineData("startTicket", "bumpTicket", "bumpTicket")]
    [InlineData("startTicket", "bumpTicket")]
    [InlineData("startTicket")]
    public async Task A_ticket_of_a_canceled_order_stays_as_it_is(params string[] before)
    {
        var order = await app.PlaceAsync(Steps.Pizza);
        await app.DoAsync("acceptOrder", order);
        var id = Assert.Single(await app.TicketsAsync(order));
        foreach (var step in before)
        {
            await app.DoAsync(step, id);
        }

        await app.DoAsync("cancelOrder", order);
        var unchanged = await StateAsync(id);
        foreach (var mutation in new[] { "startTicket", "bumpTicket", "recallTicket" })
        {
            Assert.NotNull((await app.TryAsync(mutation, id))["errors"]);
            Assert.Equal(unchanged, await StateAsync(id));
        }
    }

    [Theory]
    [InlineData("Garbage", "garbage")]
    [InlineData("OfAnOrder", "T3JkZXI6MQ==")]
    public async Task An_id_that_is_none_of_a_ticket_is_an_error(string kind, string id) => Snapshot.Match(
        await app.Client.SnapshotAsync(Document("startTicket"), new { input = await app.TicketActionAsync(id) }), SnapshotNameExtension.Create(kind));

    private async Task<string> StateAsync(string id) => (await app.Client.QueryAsync(
        "query($id: ID!) { node(id: $id) { ... on Ticket { status startedAt readyAt completedAt lines { status } order { status version } } } }",
        new { id })).ToJsonString();

    private static string Document(string mutation) => $$"""
        mutation($input: {{Documents.InputOf(mutation)}}!) {
          {{mutation}}(input: $input) {
            ticket { id }
            errors { __typename ... on Error { code message path } ... on TicketActionNotAllowedError { action status } }
          }
        }
        """;
}
