using Restaurant.Graph.Tests.Faults;
using Restaurant.Graph.Tests.Support;
using Xunit.Abstractions;

namespace Restaurant.Graph.Tests.Copies;

/// <summary>
/// An evening at three copies of the server behind one address, of which one is killed every now and then, and the database as well.
/// <c>KILLS=12 SEED=7 POSTGRESQL=... dotnet test --filter CopiesEveningTests</c> runs longer, and differently.
/// </summary>
public sealed class CopiesEveningTests(ITestOutputHelper output)
{
    private const int People = 8;

    private static readonly string[] Dishes = [Ids.Dish(Steps.Pizza), Ids.Dish(Steps.Fries)];
    private static readonly string[] Settings = ["--Kitchen:Brigade:Enabled=true", "--Kitchen:Brigade:SpeedFactor=100000", "--Writing:RetryTime=00:00:30"];

    [PostgreSqlFact]
    public async Task What_anybody_was_told_at_any_copy_is_true_after_any_number_of_kills()
    {
        var (kills, seed) = (Setting.Number("KILLS") ?? 3, Setting.Number("SEED") ?? 45);
        output.WriteLine($"SEED={seed}");
        await using var database = await OwnPostgreSql.StartAsync();
        await using var store = await TestDatabase.EmptyAsync(database.Server);
        await using ServerProcess one = new(store, Settings), two = new(store, Settings), three = new(store, Settings);
        ServerProcess[] copies = [one, two, three];
        await Task.WhenAll(copies.Select(copy => copy.StartAsync()));
        await using var address = new RoundRobin([.. copies.Select(copy => copy.Endpoint)]);
        var (book, journal, random) = (new LogBook(store), new Journal(), new Random(seed));
        using var caller = new Caller(address.Endpoint);
        using var over = new CancellationTokenSource();
        using var leave = new CancellationTokenSource();
        List<Follow> follows = [new(Lines.BySocketAsync), new(Lines.BySocketAsync), new(Lines.ByEventsAsync)];
        List<Task> running = [.. follows.Select(follow => follow.RunAsync(address.Endpoint, journal, leave.Token))];
        Task[] working = [.. Enumerable.Range(0, People).Select(number => new Faults.Staff(caller, journal, Dishes, new Random(seed + number)).WorkAsync(over.Token))];
        for (var kill = 0; kill < kills; kill++)
        {
            try
            {
                await LiveAsync(journal, random, working, running);
            }
            catch
            {
                Array.ForEach(copies, copy => output.WriteLine(copy.Output));
                throw;
            }

            if (kill % 3 == 2)
            {
                await database.CrashAsync();
                continue;
            }

            var copy = copies[random.Next(copies.Length)];
            await copy.KillAsync();
            await LiveAsync(journal, random, working, running);
            await copy.StartAsync();
        }

        await LiveAsync(journal, random, working, running);
        await over.CancelAsync();
        await Task.WhenAll(working);
        await Wait.UntilAsync(() => book.IsKitchenIdle, running);
        var changes = book.Changes;
        await Wait.UntilAsync(() => follows.TrueForAll(follow => follow.Last == changes[^1].Cursor), running);
        await leave.CancelAsync();
        await Task.WhenAll(running);
        foreach (var copy in copies)
        {
            await copy.DisposeAsync();
        }

        book.AssertWhole();
        var audit = new Audit(journal, book);
        audit.AssertOrders();
        audit.AssertActions([]);
        audit.AssertStreams(follows);
        output.WriteLine(
            $"{kills} kills, {journal.Placed.Count} orders, {journal.Done.Count} actions done, {journal.Refused.Count} refused, {changes.Count} changes of orders, "
            + $"{caller.Retries} retries, {follows.Count} streams resumed {follows.Sum(follow => follow.Resumed)} times with {follows.Sum(follow => follow.Seen.Count)} messages");
    }

    private static async Task LiveAsync(Journal journal, Random random, IReadOnlyList<Task> working, IReadOnlyList<Task> running)
    {
        var enough = journal.Answers + random.Next(10, 120);
        await Wait.UntilAsync(() => journal.Answers >= enough, [.. working, .. running]);
    }
}
