using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Dining;

/// <summary>A visit is closed by the staff, or by a scan once it is old and owes nothing; never without an audit entry.</summary>
public sealed class StaleVisitTests : IAsyncLifetime
{
    private readonly RestaurantApp _app = RestaurantApp.Of(RestaurantApp.AlwaysOpen);

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_scan_does_not_close_an_old_visit_that_has_something_open_or_unpaid()
    {
        var code = await _app.CodeOnAsync("T1");
        var token = await _app.ComeInAsync(code);
        var visit = await _app.VisitOfAsync(token);
        var order = await OrderAsync(token);
        _app.Time.Advance(TimeSpan.FromHours(6));
        Assert.Equal(["TABLE_ACTION_NOT_ALLOWED"], (await ScanAsync(code)).Codes());
        Assert.Equal("OPEN", await StatusAsync(visit));
        Assert.Equal("OCCUPIED", await _app.TableStatusAsync("T1"));

        await _app.DoAsync("cancelOrder", order);
        Assert.Empty((await ScanAsync(code)).Codes());
        Assert.Equal("CLOSED", await StatusAsync(visit));
        var entry = await LastEntryAsync();
        Assert.Equal(("anonymous", "startVisit", visit), (entry.Text("role"), entry.Text("mutation"), entry.Text("subjectId")));
    }

    [Fact]
    public async Task A_visit_with_something_unpaid_is_let_go_by_a_name_only()
    {
        var token = await _app.ComeInAsync(await _app.CodeOnAsync("T2"));
        var visitId = await _app.VisitOfAsync(token);
        await OrderAsync(token);
        using var nameless = _app.As(Tokens.Of(Roles.Waiter, name: null));
        var payload = await nameless.TryAsync("closeVisit", "visit", new { visitId, leaveUnpaid = true });
        Assert.Equal(["UNSETTLED_ORDERS"], payload.Codes());
        Assert.EndsWith("Sign in with a name to let them go.", payload["errors"]![0]!.Text("message"), StringComparison.Ordinal);
        Assert.Empty((await _app.Client.TryAsync("closeVisit", "visit", new { visitId, leaveUnpaid = true })).Codes());
        Assert.Equal(visitId, (await LastEntryAsync()).Text("subjectId"));
    }

    [Fact]
    public async Task Every_closing_leaves_an_entry_whoever_closes()
    {
        var visitId = (await _app.SeatAsync("T3")).Text("id");
        using var nameless = _app.As(Tokens.Of(Roles.Waiter, name: null));
        await nameless.DoAsync("closeVisit", "visit", new { visitId });
        var entry = await LastEntryAsync();
        Assert.Equal(("waiter", "closeVisit", visitId), (entry.Text("role"), entry.Text("mutation"), entry.Text("subjectId")));
    }

    private async Task<JsonNode> ScanAsync(string tableCode)
    {
        using var nobody = _app.As(null);
        return (await nobody.QueryAsync(People.StartVisit, new { input = new { tableCode } }))["startVisit"]!;
    }

    private async Task<string> StatusAsync(string id) =>
        (await _app.Client.QueryAsync("query($id: ID!) { node(id: $id) { ... on Visit { status } } }", new { id }))["node"]!.Text("status");

    private async Task<JsonNode> LastEntryAsync() =>
        (await _app.Client.QueryAsync("{ auditEntries(last: 1) { nodes { name role mutation subjectId } } }"))["auditEntries"]!["nodes"]![0]!;

    private async Task<string> OrderAsync(string token)
    {
        using var guest = _app.As(token);
        var input = new { idempotencyKey = Guid.NewGuid(), type = "DINE_IN", lines = new[] { new { dishId = Ids.Dish(Steps.Pizza), quantity = 1 } } };
        return (await guest.QueryAsync(Documents.PlaceOrder, new { input }))["placeOrder"]!["order"]!.Text("id");
    }
}
