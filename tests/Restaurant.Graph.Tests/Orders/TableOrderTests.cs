using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Orders;

/// <summary>What is eaten in the house is eaten at a table where somebody can sit.</summary>
public sealed class TableOrderTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    [Fact]
    public async Task An_order_to_eat_here_needs_a_table() => Assert.Equal(["TABLE_REQUIRED"], (await PlaceAsync(null)).Codes());

    [Fact]
    public async Task Nobody_is_served_at_a_table_that_is_out_of_service()
    {
        await app.TryTableAsync("takeTableOutOfService", "T7");
        var payload = await PlaceAsync("T7");
        Assert.Equal(["TABLE_UNAVAILABLE"], payload.Codes());
        Assert.Equal("Nobody can sit at T7, which is OUT_OF_SERVICE.", payload["errors"]![0]!.Text("message"));
    }

    [Fact]
    public async Task At_a_table_that_is_to_be_laid_anew_only_those_who_sit_there_are_served()
    {
        var visit = (await app.SeatAsync("T8")).Text("id");
        Assert.Empty((await PlaceAsync("T8")).Codes());
        await app.Client.DoAsync("closeVisit", "visit", new { visitId = visit, leaveUnpaid = true });
        Assert.Equal(["TABLE_UNAVAILABLE"], (await PlaceAsync("T8")).Codes());

        await app.ComeInAsync(await app.CodeOnAsync("T8"));
        Assert.Empty((await PlaceAsync("T8")).Codes());
    }

    [Fact]
    public async Task What_a_table_is_now_does_not_matter_for_another_day()
    {
        await app.TryTableAsync("takeTableOutOfService", "T9");
        Assert.Empty((await PlaceAsync("T9", app.Time.GetUtcNow().AddDays(1))).Codes());
    }

    [Fact]
    public async Task A_table_where_nobody_is_registered_yet_is_served() => Assert.Empty((await PlaceAsync("T10")).Codes());

    private async Task<JsonNode> PlaceAsync(string? table, DateTimeOffset? scheduledFor = null) => await app.PlaceAsync(new
    {
        idempotencyKey = Guid.NewGuid(),
        type = "DINE_IN",
        scheduledFor,
        tableId = table is null ? null : (await app.TableAsync(table)).Text("id"),
        lines = new[] { new { dishId = Ids.Dish(Steps.Pizza), quantity = 1 } },
    });
}
