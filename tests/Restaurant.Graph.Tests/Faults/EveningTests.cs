using Restaurant.Graph.Tests.Support;
using Xunit.Abstractions;

namespace Restaurant.Graph.Tests.Faults;

/// <summary>
/// A whole evening with guests, a staff and a brigade who get in each other's way, while the server is killed at random moments, at times before
/// it has opened. <c>KILLS=200 SEED=7 dotnet test --filter EveningTests</c> runs longer, and differently.
/// </summary>
public sealed class EveningTests(ITestOutputHelper output)
{
    private const int People = 8;
    private const int OneInSoManyDiesAtTheDoor = 5;

    [Fact]
    public async Task What_anybody_was_told_is_true_after_any_number_of_kills()
    {
        var (kills, seed) = (Setting.Number("KILLS") ?? 3, Setting.Number("SEED") ?? 45);
        output.WriteLine($"SEED={seed}");
        await using var restaurant = await FaultyRestaurant.OpenAsync("--Kitchen:Brigade:Enabled=true", "--Kitchen:Brigade:SpeedFactor=100000");
        var (book, journal, random) = (restaurant.Log, new Journal(), new Random(seed));
        var before = book.Keys.Keys;
        using var caller = new Caller(restaurant.Server.Endpoint);
        using var over = new CancellationTokenSource();
        using var leave = new CancellationTokenSource();
        List<Follow> follows = [new(Lines.BySocketAsync), new(Lines.BySocketAsync), new(Lines.ByEventsAsync)];
        List<Task> running = [.. follows.Select(Run)];
        Task[] working = [.. Enumerable.Range(0, People).Select(number => new Staff(caller, journal, restaurant.Dishes, new Random(seed + number)).WorkAsync(over.Token))];
        for (var kill = 0; kill < kills; kill++)
        {
            await LiveAsync(journal, random, working, running);
            if (journal.Recent(random) is { } order)
            {
                follows.Add(new(kill % 2 == 0 ? Lines.BySocketAsync : Lines.ByEventsAsync, order));
                running.Add(Run(follows[^1]));
            }

            await restaurant.Server.KillAsync();
            await DieAtTheDoorAsync(restaurant.Server, random);
            await restaurant.Server.StartAsync();
        }

        await LiveAsync(journal, random, working, running);
        await over.CancelAsync();
        await Task.WhenAll(working);
        await Wait.UntilAsync(() => book.IsKitchenIdle, running);
        var changes = book.Changes;
        var last = changes.ToLookup(change => change.Order, change => change.Cursor, StringComparer.Ordinal);
        await Wait.UntilAsync(() => follows.TrueForAll(follow => follow.Last == (follow.Order is null ? changes[^1].Cursor : last[follow.Order].Last())), running);
        await leave.CancelAsync();
        await Task.WhenAll(running);
        await restaurant.Server.KillAsync();

        book.AssertWhole();
        var audit = new Audit(journal, book);
        audit.AssertOrders();
        audit.AssertActions(before);
        audit.AssertStreams(follows);
        output.WriteLine(
            $"{kills} kills, {journal.Placed.Count} orders, {journal.Done.Count} actions done, {journal.Refused.Count} refused, {changes.Count} changes of orders, "
            + $"{caller.Retries} retries, {follows.Count} streams resumed {follows.Sum(follow => follow.Resumed)} times with {follows.Sum(follow => follow.Seen.Count)} messages");

        Task Run(Follow follow) => follow.RunAsync(restaurant.Server.Endpoint, journal, leave.Token);
    }

    // As long as it takes to have done something, and then for a moment more, so that every step of what is going on is cut at some time.
    private static async Task LiveAsync(Journal journal, Random random, IReadOnlyList<Task> working, IReadOnlyList<Task> running)
    {
        var enough = journal.Answers + random.Next(10, 120);
        await Wait.UntilAsync(() => journal.Answers >= enough, [.. working, .. running]);
        await Task.Delay(TimeSpan.FromMilliseconds(random.NextDouble() * 20));
    }

    // A store that is being recovered is killed as well.
    private static async Task DieAtTheDoorAsync(ServerProcess server, Random random)
    {
        if (random.Next(OneInSoManyDiesAtTheDoor) == 0)
        {
            var starting = server.StartAsync();
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(1_500)));
            await server.KillAsync();
            await starting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
