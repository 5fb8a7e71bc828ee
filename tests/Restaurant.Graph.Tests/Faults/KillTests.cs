using System.Diagnostics;
using System.Globalization;
using Xunit.Abstractions;

namespace Restaurant.Graph.Tests.Faults;

/// <summary>
/// The server is killed at random moments under load and started again on the same file. <c>KILLS=200 SEED=7 dotnet test --filter KillTests</c>
/// runs longer, and differently.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Clients = 8;

    [Fact]
    public async Task What_was_acknowledged_is_there_once_and_whole_after_any_number_of_kills()
    {
        var (kills, seed) = (Setting("KILLS", 12), Setting("SEED", 45));
        output.WriteLine($"seed {seed}");
        await using var restaurant = await FaultyRestaurant.OpenAsync(
            "--Kitchen:AutoAccept=true", "--Kitchen:Brigade:Enabled=true", "--Kitchen:Brigade:SpeedFactor=100000");
        var (guests, random) = (new Guests(restaurant.Server.Endpoint, restaurant.Dishes, seed), new Random(seed));
        Watcher[] watchers = [.. Enumerable.Range(0, 3).Select(_ => new Watcher(restaurant.Server.Endpoint))];
        using var over = new CancellationTokenSource();
        using var watched = new CancellationTokenSource();
        var watching = Task.WhenAll(watchers.Select(watcher => watcher.WatchAsync(watched.Token)));
        var coming = guests.ComeAsync(Clients, over.Token);
        for (var kill = 0; kill < kills; kill++)
        {
            await LiveAsync(guests, random);
            await restaurant.Server.KillAsync();
            await restaurant.Server.StartAsync();
        }

        await LiveAsync(guests, random);
        await over.CancelAsync();
        await coming;
        await Until(() => watchers.All(watcher => string.Equals(watcher.Last, restaurant.Log.LastCursor, StringComparison.Ordinal)));
        await watched.CancelAsync();
        await restaurant.Server.KillAsync();
        await watching;

        var log = restaurant.Log;
        log.AssertWhole();
        Assert.Equal(guests.Placed, log.Orders);
        var totals = log.Totals;
        Assert.All(guests.Known, known => Assert.Equal(known.Value.Total, totals[known.Key].Total));
        Assert.All(guests.Known, known => Assert.True(known.Value.Version <= totals[known.Key].Version, $"{known.Key} has gone back."));
        var changes = log.Changes;
        Assert.All(watchers, watcher => Assert.Equal(changes.SkipWhile(change => change.Cursor != watcher.Seen[0].Cursor), watcher.Seen));
        output.WriteLine($"{kills} kills, {log.Orders} orders, {changes.Count} changes, {guests.Retries} retries, {watchers.Sum(watcher => watcher.Resumed)} attempts to resume a stream");
    }

    // As long as it takes to have done something, and then for a moment more.
    private static async Task LiveAsync(Guests guests, Random random)
    {
        var enough = guests.Placed + random.Next(5, 60);
        await Until(() => guests.Placed > enough);
    }

    private static async Task Until(Func<bool> condition)
    {
        for (var watch = Stopwatch.StartNew(); !condition();)
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), "It did not come to that.");
            await Task.Delay(TimeSpan.FromMilliseconds(10));
        }
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
