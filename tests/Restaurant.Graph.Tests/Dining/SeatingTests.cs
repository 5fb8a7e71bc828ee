using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Dining;

/// <summary>Tables from free to free again, and parties from their coming to their leaving.</summary>
public sealed class SeatingTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    [Fact]
    public async Task A_table_is_free_again_once_it_is_laid_anew()
    {
        var visit = await app.SeatAsync("T1");
        Assert.Equal("OPEN", visit.Text("status"));
        Assert.Equal(2, visit.Number("partySize"));
        Assert.Equal("OCCUPIED", await app.TableStatusAsync("T1"));
        var closed = await app.Client.DoAsync("closeVisit", "visit", new { visitId = visit.Text("id") });
        Assert.Equal("CLOSED", closed.Text("status"));
        Assert.Equal("DIRTY", await app.TableStatusAsync("T1"));
        Assert.Equal("AVAILABLE", (await app.TryTableAsync("markTableClean", "T1"))["table"]!.Text("status"));
    }

    [Fact]
    public async Task To_close_a_visit_twice_changes_nothing_more()
    {
        var visit = await app.SeatAsync("T2");
        var first = await app.Client.DoAsync("closeVisit", "visit", new { visitId = visit.Text("id") });
        var table = await app.TableAsync("T2");
        Assert.Equal(first.ToJsonString(), (await app.Client.DoAsync("closeVisit", "visit", new { visitId = visit.Text("id") })).ToJsonString());
        Assert.Equal(table.ToJsonString(), (await app.TableAsync("T2")).ToJsonString());
    }

    [Fact]
    public async Task Of_fifty_parties_who_want_one_table_one_sits_there()
    {
        var tableId = (await app.TableAsync("T4")).Text("id");
        var code = await app.CodeOnAsync("T4");
        var payloads = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => app.Client.TryAsync("seatParty", "visit", new { tableId, partySize = 2 })));
        Assert.Single(payloads, payload => payload["visit"] is not null);
        Assert.Equal(49, payloads.Count(payload => payload.Codes().SequenceEqual(["TABLE_ACTION_NOT_ALLOWED"])));

        // Who scans the code now is of that party.
        Assert.Equal(payloads.Single(payload => payload["visit"] is not null)["visit"]!.Text("id"), await app.VisitOfAsync(await app.ComeInAsync(code)));
    }

    [Fact]
    public async Task Guests_who_scan_one_code_at_the_same_moment_are_one_party()
    {
        var code = await app.CodeOnAsync("T5");
        var tokens = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => app.ComeInAsync(code)));
        Assert.Single((await Task.WhenAll(tokens.Select(app.VisitOfAsync))).Distinct(StringComparer.Ordinal));
        Assert.Equal("OCCUPIED", await app.TableStatusAsync("T5"));
    }

    [Fact]
    public async Task Guests_do_not_wait_for_the_table_to_be_laid()
    {
        var visit = await app.SeatAsync("T6");
        await app.Client.DoAsync("closeVisit", "visit", new { visitId = visit.Text("id") });
        Assert.NotEqual(visit.Text("id"), await app.VisitOfAsync(await app.ComeInAsync(await app.CodeOnAsync("T6"))));
        Assert.Equal("OCCUPIED", await app.TableStatusAsync("T6"));
    }

    [Fact]
    public async Task A_party_that_is_too_large_sits_there_if_a_person_wants_it_so()
    {
        var tableId = (await app.TableAsync("T3")).Text("id");
        Assert.Equal(["PARTY_TOO_LARGE"], (await app.Client.TryAsync("seatParty", "visit", new { tableId, partySize = 3 })).Codes());
        Assert.Equal("AVAILABLE", await app.TableStatusAsync("T3"));
        Assert.Equal(3, (await app.Client.DoAsync("seatParty", "visit", new { tableId, partySize = 3, @override = true })).Number("partySize"));
    }

    [Fact]
    public async Task A_table_that_is_out_of_service_is_for_nobody()
    {
        Assert.Equal("OUT_OF_SERVICE", (await app.TryTableAsync("takeTableOutOfService", "T7"))["table"]!.Text("status"));
        using var nobody = app.As(null);
        Assert.Equal(["TABLE_ACTION_NOT_ALLOWED"], (await nobody.QueryAsync(People.StartVisit, new { input = new { tableCode = await app.CodeOnAsync("T7") } }))["startVisit"]!.Codes());
        Assert.Equal("AVAILABLE", (await app.TryTableAsync("returnTableToService", "T7"))["table"]!.Text("status"));
    }

    [Fact]
    public async Task The_staff_follows_the_tables()
    {
        await using var follower = await Follower.StartAsync(app.Endpoint, "onTablesChanged", "subscription { onTablesChanged(after: \"AAAAAAAAAAA\") { table { code } status previousStatus } }");
        await app.SeatAsync("T8");
        string seen;
        do
        {
            var message = await follower.NextAsync();
            seen = $"{message["table"]!.Text("code")} {message.Text("previousStatus")} {message.Text("status")}";
        }
        while (seen != "T8 AVAILABLE OCCUPIED");
    }

    [Fact]
    public async Task Areas_are_in_the_order_in_which_tables_name_them()
    {
        var areas = (await app.Client.QueryAsync("{ areas { name tables { code area { name } } } }"))["areas"]!.AsArray();
        Assert.Equal(["Dining room", "Bar", "Garden terrace", "Private room"], areas.Select(area => area!.Text("name")));
        Assert.All(areas, area => Assert.All(area!["tables"]!.AsArray(), table => Assert.Equal(area.Text("name"), table!["area"]!.Text("name"))));
        Assert.Equal((await app.Client.QueryAsync("{ tables { code } }"))["tables"]!.AsArray().Count, areas.Sum(area => area!["tables"]!.AsArray().Count));
    }
}
