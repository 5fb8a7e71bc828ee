using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Kitchen;

/// <summary>Every station that has seen a ticket is told what is called off, and what the guest has is not taken back.</summary>
public sealed class TicketChangeTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    private const long Marinara = 2;

    [Fact]
    public async Task A_station_that_is_done_with_a_ticket_is_told_of_a_line_that_is_called_off()
    {
        var (order, ticket) = await CompletedAsync(Steps.Pizza, Marinara);
        var version = await app.VersionAsync(ticket);
        await VoidAsync(order, 0);
        Assert.Equal("COMPLETED VOIDED READY", await TicketAsync(ticket));
        Assert.Equal(version + 1, await app.VersionAsync(ticket));

        await app.WithOrderAsync("serveOrderLines", order, new { lineIds = new[] { await LineAsync(order, 1) } });
        Assert.Equal("COMPLETED VOIDED SERVED", await TicketAsync(ticket));
        Assert.Equal(version + 1, await app.VersionAsync(ticket));
    }

    [Fact]
    public async Task A_ticket_that_is_gone_is_called_off_with_its_last_line()
    {
        var (order, ticket) = await CompletedAsync(Steps.Pizza);
        await app.WithOrderAsync("addOrderLines", order, new { lines = new[] { new { dishId = Ids.Dish(Steps.Fries), quantity = 1 } } });
        var version = await app.VersionAsync(ticket);
        await VoidAsync(order, 0);
        Assert.Equal(("VOIDED VOIDED", version + 1), (await TicketAsync(ticket), await app.VersionAsync(ticket)));
    }

    [Fact]
    public async Task A_canceled_order_is_told_to_the_stations_that_are_done_with_it()
    {
        var (order, ticket) = await CompletedAsync(Steps.Pizza);
        var version = await app.VersionAsync(ticket);
        await app.WithOrderAsync("cancelOrder", order, new { reason = "They left" });
        Assert.Equal(("VOIDED VOIDED", version + 1), (await TicketAsync(ticket), await app.VersionAsync(ticket)));
    }

    [Fact]
    public async Task A_canceled_order_changes_nothing_of_a_ticket_that_was_eaten()
    {
        var (order, ticket) = await CompletedAsync(Steps.Pizza);
        await app.WithOrderAsync("addOrderLines", order, new { lines = new[] { new { dishId = Ids.Dish(Steps.Fries), quantity = 1 } } });
        await app.WithOrderAsync("serveOrderLines", order, new { lineIds = new[] { await LineAsync(order, 0) } });
        var version = await app.VersionAsync(ticket);
        await app.WithOrderAsync("cancelOrder", order, new { reason = "They left" });
        Assert.Equal(("COMPLETED SERVED", version), (await TicketAsync(ticket), await app.VersionAsync(ticket)));
    }

    [Fact]
    public async Task A_ticket_that_the_guest_has_is_not_made_again()
    {
        var (order, ticket) = await CompletedAsync(Steps.Pizza);
        await app.WithOrderAsync("addOrderLines", order, new { lines = new[] { new { dishId = Ids.Dish(Steps.Fries), quantity = 1, course = 2, hold = true } } });
        await app.WithOrderAsync("serveOrderLines", order, new { lineIds = new[] { await LineAsync(order, 0) } });
        var version = await app.VersionAsync(ticket);
        Assert.Equal(["LINE_ACTION_NOT_ALLOWED"], (await app.TryAsync("recallTicket", ticket)).Codes());
        Assert.Equal(("COMPLETED SERVED", version), (await TicketAsync(ticket), await app.VersionAsync(ticket)));
    }

    [Fact]
    public async Task What_of_a_ticket_the_guest_has_not_is_made_again()
    {
        var (order, ticket) = await CompletedAsync(Steps.Pizza, Marinara);
        await app.WithOrderAsync("serveOrderLines", order, new { lineIds = new[] { await LineAsync(order, 0) } });
        await app.DoAsync("recallTicket", ticket);
        await app.DoAsync("recallTicket", ticket);
        Assert.Equal("IN_PREPARATION SERVED IN_PREPARATION", await TicketAsync(ticket));
    }

    private async Task<(string Order, string Ticket)> CompletedAsync(params long[] dishes)
    {
        var order = await app.PlaceAsync(dishes);
        await app.DoAsync("acceptOrder", order);
        await app.CookAsync(order);
        var ticket = Assert.Single(await app.TicketsAsync(order));
        await app.DoAsync("bumpTicket", ticket);
        return (order, ticket);
    }

    private async Task VoidAsync(string order, int line) =>
        Assert.Empty((await app.WithOrderAsync("voidOrderLines", order, new { lineIds = new[] { await LineAsync(order, line) }, reason = "Cold" })).Codes());

    private async Task<string> LineAsync(string order, int index) => (await app.OrderAsync(order))["lines"]![index]!.Text("id");

    private async Task<string> TicketAsync(string id)
    {
        var ticket = (await app.Client.QueryAsync("query($id: ID!) { node(id: $id) { ... on Ticket { status lines { status } } } }", new { id }))["node"]!;
        return string.Join(' ', ticket["lines"]!.AsArray().Select(line => line!.Text("status")).Prepend(ticket.Text("status")));
    }
}
