using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Faults;

/// <summary>Somebody else holds the store's one lock on writing.</summary>
[Trait("Store", "File")]
public sealed class LockTests
{
    private const int Waiting = 12;

    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task All_who_wait_are_told_after_one_timeout_and_not_one_after_the_other()
    {
        await using var app = await RestaurantApp.OpenAsync($"--Writing:LockTimeout={LockTimeout}");
        await app.PlaceAsync(Steps.Pizza);
        await using (var other = (SqliteConnection)app.Connect())
        {
            await using var transaction = other.BeginTransaction(deferred: false);
            var watch = Stopwatch.StartNew();
            var answers = await Task.WhenAll(Enumerable.Range(0, Waiting).Select(_ => app.Client.SendAsync(Documents.PlaceOrder, Documents.Margheritas())));
            Assert.All(answers, answer => Assert.Equal("STORE_LOCKED", answer["errors"]![0]!["extensions"]!["code"]!.GetValue<string>()));
            Assert.InRange(watch.Elapsed, LockTimeout * 0.9, LockTimeout * 4);
        }

        await app.PlaceAsync(Steps.Pizza);
        Assert.Equal(2, await CountAsync(app));
    }

    [Fact]
    public async Task Who_waits_is_served_when_the_lock_is_gone_and_readers_and_streams_never_wait()
    {
        await using var app = await RestaurantApp.OpenAsync("--Writing:LockTimeout=00:01:00");
        var first = await app.PlaceAsync(Steps.Pizza);
        List<Task<string>> placing;
        await using (var other = (SqliteConnection)app.Connect())
        {
            await using var transaction = other.BeginTransaction(deferred: false);
            placing = [.. Enumerable.Range(0, Waiting).Select(_ => app.PlaceAsync(Steps.Pizza))];
            for (var read = 0; read < 20; read++)
            {
                Assert.Equal(1, await CountAsync(app));
            }

            await using var follower = await Follower.OrderAsync(app.Endpoint, first);
            Assert.Equal("PLACED", (await follower.NextAsync())["status"]!.GetValue<string>());
            Assert.DoesNotContain(placing, order => order.IsCompleted);
        }

        Assert.Distinct(await Task.WhenAll(placing));
        Assert.Equal(1 + Waiting, await CountAsync(app));
    }

    private static async Task<int> CountAsync(RestaurantApp app) =>
        (await app.Client.QueryAsync("{ orders { totalCount } }"))["orders"]!["totalCount"]!.GetValue<int>();
}
