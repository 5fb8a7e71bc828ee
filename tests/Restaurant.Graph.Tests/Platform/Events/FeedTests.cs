using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Events;

/// <summary>What many follow together each of them gets whole, at their own pace.</summary>
public sealed class FeedTests
{
    private const string Follow = "subscription($after: String) { onOrdersChanged(after: $after) { cursor version order { id number status lines { dishName } } } }";

    [Fact]
    public async Task Followers_of_the_same_get_the_same()
    {
        await using var app = await RestaurantApp.OpenAsync();
        await app.PlaceAsync(Steps.Pizza);
        List<Follower> followers = [];
        for (var count = 0; count < 20; count++)
        {
            followers.Add(await Follower.StartAsync(app.Endpoint, "onOrdersChanged", Follow));
            await followers[^1].NextAsync();
        }

        await app.DoAsync("acceptOrder", await app.PlaceAsync(Steps.Pizza, Steps.Fries));
        var seen = new List<string>();
        foreach (var follower in followers)
        {
            seen.Add(string.Join('\n', (await follower.NextAsync(2)).Select(message => message["cursor"]!.GetValue<string>())));
            await follower.DisposeAsync();
        }

        Assert.Single(seen.Distinct(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    public async Task Whoever_is_slow_gets_everything_in_order_all_the_same(int buffered)
    {
        await using var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, $"--Events:MaxBuffered={buffered}");
        await app.PlaceAsync(Steps.Pizza);
        await using var slow = await Follower.StartAsync(app.Endpoint, "onOrdersChanged", Follow);
        await slow.NextAsync();
        await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => app.PlaceAsync(Steps.Fries)));
        Assert.Equal(Enumerable.Range(2, 60), (await slow.NextAsync(60)).Select(NumberOf));
    }

    [Fact]
    public async Task Streams_that_begin_while_orders_are_placed_miss_none_and_tell_none_twice()
    {
        await using var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, "--Events:MaxBuffered=2");
        await app.PlaceAsync(Steps.Pizza);
        var placing = Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            for (var count = 0; count < 25; count++)
            {
                await app.PlaceAsync(Steps.Fries);
            }
        }));
        var streams = await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ =>
        {
            await using var follower = await Follower.StartAsync(app.Endpoint, "onOrdersChanged", Follow);
            var seen = new List<int>();
            while (seen.Count == 0 || seen[^1] < 101)
            {
                seen.Add(NumberOf(await follower.NextAsync()));
            }

            return seen;
        }));
        await placing;
        Assert.All(streams, seen => Assert.Equal(Enumerable.Range(seen[0], 102 - seen[0]), seen));
    }

    [Fact]
    public async Task A_stream_that_is_resumed_again_and_again_is_the_whole_log()
    {
        await using var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, "--Events:MaxBuffered=3");
        var placing = Task.WhenAll(Enumerable.Range(0, 40).Select(_ => app.PlaceAsync(Steps.Fries)));
        var (seen, cursor) = (new List<int>(), "AAAAAAAAAAA");
        while (seen.Count < 40)
        {
            await using var follower = await Follower.StartAsync(app.Endpoint, "onOrdersChanged", Follow, new { after = cursor });
            foreach (var message in await follower.NextAsync(Math.Min(7, 40 - seen.Count)))
            {
                seen.Add(NumberOf(message));
                cursor = message["cursor"]!.GetValue<string>();
            }
        }

        await placing;
        Assert.Equal(Enumerable.Range(1, 40), seen);
    }

    private static int NumberOf(JsonNode message) => message["order"]!["number"]!.GetValue<int>();
}
