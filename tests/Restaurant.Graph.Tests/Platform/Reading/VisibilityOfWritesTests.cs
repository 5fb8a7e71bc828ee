using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Reading;

/// <summary>What may not be seen is in no payload and in no stream either.</summary>
public sealed class VisibilityOfWritesTests(HidingRestaurants restaurants) : IClassFixture<HidingRestaurants>
{
    [Fact]
    public async Task The_subject_of_a_mutation_is_null_if_it_is_hidden()
    {
        var payload = await restaurants.Planned.PlaceAsync(new
        {
            idempotencyKey = Guid.NewGuid(),
            type = "TAKEAWAY",
            note = HidingRestaurants.Secret,
            lines = new[] { new { dishId = Ids.Dish(Steps.Pizza), quantity = 1 } },
        });
        Assert.Equal("""{"order":null,"errors":null}""", payload.ToJsonString());
    }

    [Fact]
    public async Task The_subject_of_a_mutation_is_without_its_hidden_lines()
    {
        const string Query = "mutation($input: PlaceOrderInput!) { placeOrder(input: $input) { order { lines { quantity } history { totalCount } } } }";
        var payload = await restaurants.Planned.Client.QueryAsync(Query, new
        {
            input = new
            {
                idempotencyKey = Guid.NewGuid(),
                type = "TAKEAWAY",
                lines = new[] { new { dishId = Ids.Dish(Steps.Pizza), quantity = HidingRestaurants.Quantity }, new { dishId = Ids.Dish(Steps.Pizza), quantity = 1 } },
            },
        });
        Assert.Equal("""{"order":{"lines":[{"quantity":1}],"history":{"totalCount":1}}}""", payload["placeOrder"]!.ToJsonString());
    }

    [Fact]
    public async Task A_hidden_event_is_not_told_of()
    {
        await using var follower = await Follower.OrderAsync(restaurants.Planned.Endpoint, await PlaceAsync());
        var placed = await follower.NextAsync();
        Assert.Equal("PLACED", placed["status"]!.GetValue<string>());
        var order = placed["order"]!["id"]!.GetValue<string>();
        await restaurants.Planned.DoAsync("acceptOrder", order);
        await restaurants.Planned.DoAsync("cancelOrder", order);

        // That it was accepted is left out, which only the number of the version tells.
        var canceled = await follower.NextAsync();
        Assert.Equal(("CANCELED", 3), (canceled["status"]!.GetValue<string>(), canceled["version"]!.GetValue<int>()));
    }

    [Fact]
    public async Task The_events_of_a_hidden_order_are_not_told_of()
    {
        await using var follower = await Follower.StartAsync(
            restaurants.Planned.Endpoint, "onOrdersChanged", "subscription($after: String) { onOrdersChanged(after: $after) { status order { id note } } }", new { after = "AAAAAAAAAAA" });

        // The last one, behind the hidden ones, tells that they were passed over.
        await restaurants.PlaceAsync(HidingRestaurants.Secret, (Steps.Pizza, 1));
        var last = await PlaceAsync();
        string order;
        do
        {
            var message = await follower.NextAsync();
            Assert.NotEqual(HidingRestaurants.Secret, message["order"]!["note"]?.GetValue<string>());
            Assert.NotEqual("ACCEPTED", message["status"]!.GetValue<string>());
            order = message["order"]!["id"]!.GetValue<string>();
        }
        while (order != last);
    }

    private Task<string> PlaceAsync() => restaurants.PlaceAsync("ordinary", (Steps.Pizza, 1));
}
