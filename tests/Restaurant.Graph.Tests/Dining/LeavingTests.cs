using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Dining;

/// <summary>A party does not leave with the bill, unless somebody lets it and says so.</summary>
public sealed class LeavingTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    [Fact]
    public async Task A_party_with_orders_that_are_open_or_unpaid_has_not_left()
    {
        var visit = (await app.SeatAsync("T1")).Text("id");
        var (open, served) = (await OrderAsync("T1"), await OrderAsync("T1"));
        await ServeAsync(served);
        var payload = await CloseAsync(visit);
        Assert.Equal(["UNSETTLED_ORDERS"], payload.Codes());
        Assert.Equal([await NumberAsync(open), await NumberAsync(served)], payload["errors"]![0]!["orderNumbers"]!.AsArray().Select(number => number!.GetValue<int>()));
        Assert.Equal("OCCUPIED", await app.TableStatusAsync("T1"));

        await app.DoAsync("cancelOrder", open);
        Assert.Equal(["UNSETTLED_ORDERS"], (await CloseAsync(visit)).Codes());
        await app.PayAsync(served, (await app.OrderAsync(served, "balance { amount }"))["balance"]!["amount"]!.GetValue<decimal>());
        Assert.Empty((await CloseAsync(visit)).Codes());
        Assert.Equal("DIRTY", await app.TableStatusAsync("T1"));
    }

    [Fact]
    public async Task Somebody_can_let_them_go_and_it_is_written_down()
    {
        var visit = (await app.SeatAsync("T2")).Text("id");
        var number = await NumberAsync(await OrderAsync("T2"));
        await app.HireAsync("Ada", Restaurant.Graph.Staff.StaffRole.Waiter, "secret of Ada");
        using var waiter = app.As(await app.ComeToWorkAsync("Ada", "secret of Ada"));
        Assert.Empty((await CloseAsync(visit, leaveUnpaid: true, waiter)).Codes());
        var entry = (await app.Client.QueryAsync("{ auditEntries(last: 1) { nodes { name mutation subjectId detail } } }"))["auditEntries"]!["nodes"]![0]!;
        Assert.Equal(("Ada", "closeVisit", visit), (entry.Text("name"), entry.Text("mutation"), entry.Text("subjectId")));
        Assert.Contains($"{number}", entry.Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_party_that_owes_nothing_leaves_without_a_word_and_can_leave_twice()
    {
        var visit = (await app.SeatAsync("T3")).Text("id");
        Assert.Empty((await CloseAsync(visit)).Codes());
        Assert.Empty((await CloseAsync(visit)).Codes());
    }

    private async Task<string> OrderAsync(string table)
    {
        var payload = await app.PlaceAsync(new
        {
            idempotencyKey = Guid.NewGuid(),
            type = "DINE_IN",
            tableId = (await app.TableAsync(table)).Text("id"),
            lines = new[] { new { dishId = Ids.Dish(Steps.Pizza), quantity = 1 } },
        });
        Assert.True(payload["errors"] is null, payload.ToJsonString());
        return payload["order"]!.Text("id");
    }

    private async Task ServeAsync(string order)
    {
        await app.DoAsync("acceptOrder", order);
        await app.CookAsync(order);
        await app.DoAsync("fulfillOrder", order);
    }

    private async Task<int> NumberAsync(string order) => (await app.OrderAsync(order, "number")).Number("number");

    private async Task<JsonNode> CloseAsync(string visitId, bool? leaveUnpaid = null, GraphQLClient? by = null) => (await (by ?? app.Client).QueryAsync(
        "mutation($input: CloseVisitInput!) { closeVisit(input: $input) { visit { id } errors { ... on Error { code message path } ... on UnsettledOrdersError { orderNumbers } } } }",
        new { input = new { visitId, leaveUnpaid } }))["closeVisit"]!;
}
