using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Kitchen;

/// <summary>Cooks that the server plays itself. At this speed a minute of preparation takes a second of the clock, which the tests move.</summary>
public sealed class BrigadeTests : IAsyncLifetime
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly RestaurantApp _app = RestaurantApp.Of(RestaurantApp.AlwaysOpen, "--Kitchen:AutoAccept=true", "--Kitchen:Brigade:Enabled=true", "--Kitchen:Brigade:SpeedFactor=60");

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task An_order_is_accepted_and_cooked_by_itself()
    {
        var id = await _app.PlaceAsync(Steps.Pizza);
        await using var follower = await Follower.OrderAsync(_app.Endpoint, id);
        var message = await follower.NextAsync();
        while (Text(message, "status") != "IN_PREPARATION")
        {
            message = await follower.NextAsync();
        }

        // A Margherita takes nine minutes, and not one less. Nobody knows when the cook has looked at the clock, so it may move too early.
        var began = _app.Time.GetUtcNow();
        message = await follower.NextAsync(Advance);
        Assert.Equal("READY", Text(message, "status"));
        Assert.InRange(DateTimeOffset.Parse(Text(message, "occurredAt"), null), began + (9 * Second), began + (1000 * Second));
        Assert.Equal(["PLACED", "ACCEPTED", "IN_PREPARATION", "READY"], await HistoryAsync(id));
    }

    [Fact]
    public async Task An_order_for_several_stations_is_ready_when_all_of_them_are()
    {
        var id = await _app.PlaceAsync(Steps.Pizza, Steps.Fries, 215, 28);
        await UntilAsync(async () => await _app.StatusAsync(id) == "READY");
        var history = await HistoryAsync(id);
        Assert.Equal(["PLACED", "ACCEPTED"], history.Take(2));
        Assert.Equal("READY", history[^1]);
        Assert.Equal(Enumerable.Repeat("IN_PREPARATION", 7), history.Skip(2).SkipLast(1));
    }

    [Fact]
    public async Task A_ticket_that_was_left_when_the_server_stopped_is_taken_up_again()
    {
        var id = await _app.PlaceAsync(Steps.Pizza);
        await UntilAsync(async () => await _app.StatusAsync(id) == "IN_PREPARATION", advance: false);
        await _app.RestartAsync();
        Assert.Equal("IN_PREPARATION", await _app.StatusAsync(id));
        await UntilAsync(async () => await _app.StatusAsync(id) == "READY");
        Assert.Equal(["PLACED", "ACCEPTED", "IN_PREPARATION", "READY"], await HistoryAsync(id));
    }

    [Fact]
    public async Task A_station_never_works_on_more_tickets_than_its_capacity()
    {
        const int Capacity = 3;
        List<string> orders = [];
        while (orders.Count < 10)
        {
            orders.Add(await _app.PlaceAsync(Steps.Fries));
        }

        var most = 0;
        await UntilAsync(async () =>
        {
            var tickets = (await _app.Client.QueryAsync("{ tickets(first: 50) { nodes { status } } }"))["tickets"]!["nodes"]!.AsArray();
            most = Math.Max(most, tickets.Count(ticket => Text(ticket!, "status") == "IN_PREPARATION"));
            return tickets.All(ticket => Text(ticket!, "status") == "READY");
        });
        Assert.Equal(Capacity, most);

        // The log knows every moment, where a look at the tickets may have come between two.
        await using var follower = await Follower.StartAsync(
            _app.Endpoint, "onTicketChanged", "subscription { onTicketChanged(after: \"AAAAAAAAAAA\") { status previousStatus ticket { id } } }");
        var told = await follower.NextAsync(30);
        var atWork = told.Select(message => Text(message, "status") == "IN_PREPARATION" ? 1 : Text(message, "previousStatus") == "IN_PREPARATION" ? -1 : 0);
        var running = 0;
        Assert.Equal(Capacity, atWork.Max(change => running += change));

        // The oldest first.
        var begun = told.Where(message => Text(message, "status") == "IN_PREPARATION").Select(message => Text(message["ticket"]!, "id"));
        Assert.Equal(Enumerable.Range(1, 10).Select(key => Ids.Of("Ticket", key)), begun);
    }

    [Fact]
    public async Task A_ticket_whose_order_is_canceled_is_dropped_and_the_next_is_taken()
    {
        var canceled = await _app.PlaceAsync(Steps.Pizza);
        await UntilAsync(async () => await _app.StatusAsync(canceled) == "IN_PREPARATION", advance: false);
        await _app.DoAsync("cancelOrder", canceled);
        var next = await _app.PlaceAsync(Steps.Pizza);
        await UntilAsync(async () => await _app.StatusAsync(next) == "READY");
        Assert.Equal(["PLACED", "ACCEPTED", "IN_PREPARATION", "CANCELED"], await HistoryAsync(canceled));
    }

    private async Task<List<string>> HistoryAsync(string id) =>
    [
        .. (await _app.Client.QueryAsync("query($id: ID!) { orderById(id: $id) { history(first: 50) { nodes { status } } } }", new { id }))
            ["orderById"]!["history"]!["nodes"]!.AsArray().Select(change => Text(change!, "status")),
    ];

    private Task Advance()
    {
        _app.Time.Advance(Second);
        return _app.Client.QueryAsync("{ restaurant { isOpen } }");
    }

    private async Task UntilAsync(Func<Task<bool>> condition, bool advance = true)
    {
        for (var times = 0; !await condition(); times++)
        {
            Assert.True(times < 1000, "It takes too long.");
            if (advance)
            {
                _app.Time.Advance(Second);
            }
        }
    }

    private static string Text(JsonNode node, string field) => node[field]?.GetValue<string>() ?? "";
}
