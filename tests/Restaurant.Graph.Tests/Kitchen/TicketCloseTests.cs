using System.Text.Json.Nodes;
using Restaurant.Graph.Kitchen;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Kitchen;

/// <summary>Tickets of a business day that is over are closed with it. The clock stands at seven in the evening; the day ends at five in the morning.</summary>
public sealed class TicketCloseTests : IAsyncLifetime
{
    private const string Ticket = "query($id: ID!) { node(id: $id) { ... on Ticket { status startedAt readyAt completedAt } } }";

    private readonly RestaurantApp _app = RestaurantApp.Of(RestaurantApp.AlwaysOpen, "--Orders:CheckInterval=00:10:00");

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task What_a_kitchen_by_paper_never_bumped_was_served_when_the_day_is_over()
    {
        var (unpaid, paid) = (await AcceptAsync(Steps.Pizza, Steps.Fries), await AcceptAsync(Steps.Pizza));
        await _app.PayAsync(paid, (await _app.OrderAsync(paid, "balance { amount }"))["balance"]!["amount"]!.GetValue<decimal>());
        await AdvanceToAsync(hours: 9, minutes: 59);
        Assert.Equal(["ACCEPTED", "ACCEPTED"], [await _app.StatusAsync(unpaid), await _app.StatusAsync(paid)]);
        await AdvanceToAsync(hours: 0, minutes: 2);
        Assert.Equal(["FULFILLED", "COMPLETED"], [await _app.StatusAsync(unpaid), await _app.StatusAsync(paid)]);
        Assert.Equal(["SERVED", "SERVED"], await LinesAsync(unpaid));
        foreach (var ticket in await _app.TicketsAsync(unpaid))
        {
            var closed = (await _app.Client.QueryAsync(Ticket, new { id = ticket }))["node"]!;
            Assert.Equal(("COMPLETED", true, true, false), (closed.Text("status"), closed["startedAt"] is null, closed["readyAt"] is null, closed["completedAt"] is null));
        }
    }

    [Fact]
    public async Task What_has_just_come_is_not_closed_when_the_day_ends()
    {
        _app.Time.Advance(TimeSpan.FromHours(9.5));
        var order = await AcceptAsync(Steps.Pizza);
        await AdvanceToAsync(hours: 1, minutes: 0);
        Assert.Equal("ACCEPTED", await _app.StatusAsync(order));
        await AdvanceToAsync(hours: 5, minutes: 1);
        Assert.Equal("FULFILLED", await _app.StatusAsync(order));
    }

    [Fact]
    public async Task A_course_that_was_never_called_for_stays_to_be_decided()
    {
        var order = (await _app.PlaceAsync(new
        {
            idempotencyKey = Guid.NewGuid(),
            type = "TAKEAWAY",
            lines = new object[] { new { dishId = Ids.Dish(Steps.Pizza), quantity = 1 }, new { dishId = Ids.Dish(Steps.Fries), quantity = 1, course = 2, hold = true } },
        }))["order"]!.Text("id");
        await _app.DoAsync("acceptOrder", order);
        await AdvanceToAsync(hours: 10, minutes: 1);
        Assert.Equal("IN_PREPARATION", await _app.StatusAsync(order));
        Assert.Equal(["SERVED", "HELD"], await LinesAsync(order));
    }

    [Fact]
    public async Task Closing_teaches_nothing_about_how_long_the_kitchen_takes()
    {
        for (var index = 0; index < 20; index++)
        {
            await AcceptAsync(Steps.Pizza);
        }

        await AdvanceToAsync(hours: 10, minutes: 1);
        var order = await _app.OrderAsync(await AcceptAsync(Steps.Pizza), "promisedAt");
        Assert.Equal(_app.Time.GetUtcNow().AddMinutes(9), order.Instant("promisedAt"));
    }

    private async Task<string> AcceptAsync(params long[] dishes)
    {
        var order = await _app.PlaceAsync(dishes);
        await _app.DoAsync("acceptOrder", order);
        return order;
    }

    private async Task AdvanceToAsync(int hours, int minutes)
    {
        _app.Time.Advance(new TimeSpan(hours, minutes, 0));
        await _app.RunAsync<TicketCloseService>();
    }

    private async Task<IEnumerable<string>> LinesAsync(string order) =>
        (await _app.OrderAsync(order))["lines"]!.AsArray().Select(static line => ((JsonNode)line!).Text("status"));
}
