using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Orders;

/// <summary>One key is one order, however often and at whatever moment it is sent.</summary>
public sealed class IdempotencyTests : IAsyncLifetime
{
    private readonly RestaurantApp _app = RestaurantApp.Of(RestaurantApp.AlwaysOpen);

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task The_same_order_sent_twice_is_placed_once()
    {
        var key = Guid.NewGuid();
        var first = await PlaceAsync(Documents.Margheritas(2, key));
        var second = await PlaceAsync(Documents.Margheritas(2, key));
        Assert.Null(first["errors"]);
        Assert.Equal(first.ToJsonString(), second.ToJsonString());
        Assert.Equal((1, 1), await CountAsync());
    }

    [Fact]
    public async Task Twenty_at_the_same_moment_get_the_same_order()
    {
        var key = Guid.NewGuid();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => PlaceAsync(Documents.Margheritas(3, key))));
        Assert.Null(answers[0]["errors"]);
        Assert.NotNull(answers[0]["order"]!["id"]);
        Assert.Single(answers.Select(answer => answer.ToJsonString()).Distinct(StringComparer.Ordinal));
        Assert.Equal((1, 1), await CountAsync());
    }

    [Fact]
    public async Task Different_keys_at_the_same_moment_are_orders_with_numbers_of_their_own()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => PlaceAsync(Documents.Margheritas())));
        Assert.Equal(Enumerable.Range(1, 20), answers.Select(answer => answer["order"]!["number"]!.GetValue<int>()).Order());
        Assert.Equal((20, 20), await CountAsync());
    }

    [Fact]
    public async Task A_key_that_is_used_for_something_else_is_refused()
    {
        var key = Guid.NewGuid();
        await PlaceAsync(Documents.Margheritas(1, key));
        object[] others =
        [
            new { idempotencyKey = key, type = "TAKEAWAY", lines = new[] { new { dishId = Ids.Dish(1), quantity = 2 } } },
            new { idempotencyKey = key, type = "TAKEAWAY", lines = new[] { new { dishId = Ids.Dish(2), quantity = 1 } } },
            new { idempotencyKey = key, type = "DINE_IN", lines = new[] { new { dishId = Ids.Dish(1), quantity = 1 } } },
            new { idempotencyKey = key, type = "TAKEAWAY", note = "No basil", lines = new[] { new { dishId = Ids.Dish(1), quantity = 1 } } },
            new { idempotencyKey = key, type = "TAKEAWAY", tableId = Ids.Of("Table", 1), lines = new[] { new { dishId = Ids.Dish(1), quantity = 1 } } },
            new { idempotencyKey = key, type = "TAKEAWAY", lines = new[] { new { dishId = Ids.Dish(1), quantity = 1, note = "No basil" } } },
            new { idempotencyKey = key, type = "TAKEAWAY", lines = new[] { new { dishId = Ids.Dish(1), quantity = 1, modifierIds = new[] { Ids.Modifier(1) } } } },
            new { idempotencyKey = key, type = "TAKEAWAY", lines = Enumerable.Repeat(new { dishId = Ids.Dish(1), quantity = 1 }, 2) },
        ];
        foreach (var input in others)
        {
            Assert.Equal("IDEMPOTENCY_KEY_REUSED", CodeOf(await PlaceAsync(new { input })));
        }

        Assert.Equal((1, 1), await CountAsync());
    }

    [Fact]
    public async Task Two_orders_that_want_one_key_at_the_same_moment_are_one_order_and_an_error()
    {
        var key = Guid.NewGuid();
        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(quantity => PlaceAsync(Documents.Margheritas(quantity, key))));
        Assert.Single(answers, answer => answer["errors"] is null);
        Assert.Equal(7, answers.Count(answer => CodeOf(answer) == "IDEMPOTENCY_KEY_REUSED"));
        Assert.Equal((1, 1), await CountAsync());
    }

    [Fact]
    public async Task A_key_is_remembered_when_the_server_starts_again()
    {
        var key = Guid.NewGuid();
        var first = await PlaceAsync(Documents.Margheritas(2, key));
        await _app.RestartAsync();
        Assert.Equal(first.ToJsonString(), (await PlaceAsync(Documents.Margheritas(2, key))).ToJsonString());
        Assert.Equal("IDEMPOTENCY_KEY_REUSED", CodeOf(await PlaceAsync(Documents.Margheritas(3, key))));
        Assert.Equal((1, 1), await CountAsync());
    }

    [Fact]
    public async Task A_key_of_an_order_that_was_not_placed_is_free()
    {
        var key = Guid.NewGuid();
        Assert.Equal("INVALID_QUANTITY", CodeOf(await PlaceAsync(Documents.Margheritas(0, key))));
        Assert.Null((await PlaceAsync(Documents.Margheritas(1, key)))["errors"]);
    }

    [Fact]
    public async Task The_same_order_sent_again_later_is_shown_as_it_is_by_then()
    {
        var key = Guid.NewGuid();
        var placed = await PlaceAsync(Documents.Margheritas(1, key));
        await _app.DoAsync("acceptOrder", placed["order"]!["id"]!.GetValue<string>());
        await _app.DoAsync("markDishUnavailable", Ids.Dish(1));
        var again = await PlaceAsync(Documents.Margheritas(1, key));
        Assert.Null(again["errors"]);
        Assert.Equal(placed["order"]!["id"]!.GetValue<string>(), again["order"]!["id"]!.GetValue<string>());
        Assert.Equal(("ACCEPTED", 2), (again["order"]!["status"]!.GetValue<string>(), again["order"]!["version"]!.GetValue<int>()));
    }

    private async Task<JsonNode> PlaceAsync(object variables) => (await _app.Client.QueryAsync(Documents.PlaceOrder, variables))["placeOrder"]!;

    private static string? CodeOf(JsonNode payload) => payload["errors"]?[0]?["code"]?.GetValue<string>();

    private async Task<(int Orders, int Changes)> CountAsync()
    {
        var orders = (await _app.Client.QueryAsync("{ orders(first: 50) { totalCount nodes { history { totalCount } } } }"))["orders"]!;
        return (orders["totalCount"]!.GetValue<int>(), orders["nodes"]!.AsArray().Sum(order => order!["history"]!["totalCount"]!.GetValue<int>()));
    }
}
