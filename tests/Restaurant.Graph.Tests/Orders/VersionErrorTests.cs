using Restaurant.Graph.Tests.Support;
using Snapshooter;
using Snapshooter.Xunit;

namespace Restaurant.Graph.Tests.Orders;

/// <summary>Who decides by what they saw is told if it has changed since.</summary>
public sealed class VersionErrorTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    [Theory]
    [InlineData("acceptOrder")]
    [InlineData("rejectOrder")]
    [InlineData("cancelOrder")]
    [InlineData("fulfillOrder")]
    public async Task A_stale_version_of_an_order_is_a_typed_error_that_carries_the_current_one(string mutation)
    {
        var id = await app.PlaceAsync(Steps.Pizza);
        var stale = await app.OrderActionAsync(id);
        await app.DoAsync("acceptOrder", id);
        Snapshot.Match(await TryAsync(mutation, "order", stale), SnapshotNameExtension.Create(mutation));
        Assert.Equal("ACCEPTED", await app.StatusAsync(id));
    }

    [Theory]
    [InlineData("startTicket")]
    [InlineData("bumpTicket")]
    [InlineData("recallTicket")]
    public async Task A_stale_version_of_a_ticket_is_a_typed_error_that_carries_the_current_one(string mutation)
    {
        var order = await app.PlaceAsync(Steps.Pizza);
        await app.DoAsync("acceptOrder", order);
        var id = Assert.Single(await app.TicketsAsync(order));
        var stale = await app.TicketActionAsync(id);
        await app.DoAsync("startTicket", id);
        Snapshot.Match(await TryAsync(mutation, "ticket", stale), SnapshotNameExtension.Create(mutation));
        Assert.Equal(2, await app.VersionAsync(id));
    }

    private Task<string> TryAsync(string mutation, string subject, object input) => app.Client.SnapshotAsync(
        $$"""
        mutation($input: {{Documents.InputOf(mutation)}}!) {
          {{mutation}}(input: $input) {
            {{subject}} { id }
            errors { __typename ... on Error { code message path } ... on VersionConflictError { currentVersion } }
          }
        }
        """,
        new { input });
}
