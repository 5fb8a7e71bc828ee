using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Kitchen;

/// <summary>Following tickets over WebSocket.</summary>
public sealed class TicketStreamTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    private const string Follow = """
        subscription($station: ID, $after: String) {
          onTicketChanged(stationId: $station, after: $after) { cursor status previousStatus station { id } ticket { id } }
        }
        """;

    [Fact]
    public async Task The_tickets_of_all_stations_are_followed_from_the_next_event_on()
    {
        await using var socket = await FollowAsync(station: null);
        var (order, tickets) = await AcceptAsync();
        await app.DoAsync("startTicket", tickets[1]);
        await app.DoAsync("startTicket", tickets[0]);
        await app.DoAsync("cancelOrder", order);
        Assert.Equal($"{tickets[0]}  QUEUED", await NextAsync(socket));
        Assert.Equal($"{tickets[1]}  QUEUED", await NextAsync(socket));
        Assert.Equal($"{tickets[1]} QUEUED IN_PREPARATION", await NextAsync(socket));
        Assert.Equal($"{tickets[0]} QUEUED IN_PREPARATION", await NextAsync(socket));
        Assert.Equal(
            tickets.Select(ticket => $"{ticket} IN_PREPARATION VOIDED").Order(StringComparer.Ordinal),
            new[] { await NextAsync(socket), await NextAsync(socket) }.Order(StringComparer.Ordinal));
        await socket.PingAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task The_tickets_of_one_station_are_followed_alone(int index)
    {
        var station = await StationAsync((await AcceptAsync()).Tickets[index]);
        await using var socket = await FollowAsync(station);
        var (_, tickets) = await AcceptAsync();
        await app.DoAsync("startTicket", tickets[1 - index]);
        await app.DoAsync("startTicket", tickets[index]);
        await app.DoAsync("bumpTicket", tickets[1 - index]);
        await app.DoAsync("bumpTicket", tickets[index]);
        Assert.Equal($"{tickets[index]}  QUEUED", await NextAsync(socket));
        Assert.Equal($"{tickets[index]} QUEUED IN_PREPARATION", await NextAsync(socket));
        Assert.Equal($"{tickets[index]} IN_PREPARATION READY", await NextAsync(socket));
        await socket.PingAsync();
    }

    [Fact]
    public async Task A_stream_goes_on_behind_its_cursor_also_after_a_restart()
    {
        var station = await StationAsync((await AcceptAsync()).Tickets[0]);
        await using var before = await FollowAsync(station);
        var (_, tickets) = await AcceptAsync();
        var after = (await before.NextAsync())["onTicketChanged"]!.Text("cursor");
        await app.DoAsync("startTicket", tickets[0]);
        Assert.Equal($"{tickets[0]} QUEUED IN_PREPARATION", await NextAsync(before));
        await before.DisposeAsync();
        await app.RestartAsync();
        await app.DoAsync("bumpTicket", tickets[0]);

        await using var socket = await SocketClient.InitAsync(app.Endpoint);
        await socket.SubscribeAsync("1", Follow, new { station, after });
        Assert.Equal($"{tickets[0]} QUEUED IN_PREPARATION", await NextAsync(socket));
        Assert.Equal($"{tickets[0]} IN_PREPARATION READY", await NextAsync(socket));
        await app.DoAsync("recallTicket", tickets[0]);
        Assert.Equal($"{tickets[0]} READY IN_PREPARATION", await NextAsync(socket));
    }

    /// <summary>A stream that has begun and of which nothing is left to be read.</summary>
    private async Task<SocketClient> FollowAsync(string? station)
    {
        var socket = await SocketClient.InitAsync(app.Endpoint);
        await socket.SubscribeAsync("1", Follow, new { station });
        var tickets = Array.Empty<string>();
        var read = await socket.FirstAsync(async () => tickets = [.. (await AcceptAsync()).Tickets]);
        var last = station is not null && station == await StationAsync(tickets[0]) ? tickets[0] : tickets[1];
        while (read["onTicketChanged"]!["ticket"]!.Text("id") != last)
        {
            read = await socket.NextAsync();
        }

        return socket;
    }

    private async Task<(string Order, IReadOnlyList<string> Tickets)> AcceptAsync()
    {
        var order = await app.PlaceAsync(Steps.Pizza, Steps.Fries);
        await app.DoAsync("acceptOrder", order);
        return (order, await app.TicketsAsync(order));
    }

    private async Task<string> StationAsync(string ticket) => (await app.Client.QueryAsync(
        "query($id: ID!) { node(id: $id) { ... on Ticket { station { id } } } }", new { id = ticket }))["node"]!["station"]!.Text("id");

    private static async Task<string> NextAsync(SocketClient socket)
    {
        var happened = (await socket.NextAsync())["onTicketChanged"]!;
        return $"{happened["ticket"]!.Text("id")} {happened["previousStatus"]} {happened.Text("status")}";
    }
}
