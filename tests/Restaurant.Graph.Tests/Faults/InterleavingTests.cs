using Restaurant.Graph.Tests.Support;
using Xunit.Abstractions;

namespace Restaurant.Graph.Tests.Faults;

/// <summary>
/// Streams that begin, end and are resumed at any moment, while orders change from several sides, against the log as their model.
/// <c>ROUNDS=1000 SEED=7 dotnet test --filter InterleavingTests</c> runs longer, and differently.
/// </summary>
public sealed class InterleavingTests(ITestOutputHelper output)
{
    private const int Changers = 4;
    private const int Visitors = 12;
    private const int Stayers = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(64)]
    public async Task Whoever_comes_at_whatever_moment_sees_each_event_once_and_in_order(int maxBuffered)
    {
        var (rounds, seed) = (Setting.Number("ROUNDS") ?? 30, Setting.Number("SEED") ?? 45);
        output.WriteLine($"SEED={seed}");
        await using var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, "--Kitchen:AutoAccept=true", $"--Events:MaxBuffered={maxBuffered}");
        var log = new EventLog(new LogBook(app.Store));
        using var over = new CancellationTokenSource();
        using var patience = new CancellationTokenSource();
        var last = long.MaxValue;
        Visitor[] visitors = [.. Enumerable.Range(0, Visitors + Stayers).Select(number => new Visitor(app, log, new Random(seed + number)))];
        var staying = visitors[Visitors..].Select((visitor, index) =>
            visitor.StayAsync(order: null, index % 2 == 0 ? 0 : null, number => number >= Volatile.Read(ref last), patience.Token)).ToList();
        var visiting = visitors[..Visitors].Select(visitor => visitor.ComeAndGoAsync(over.Token)).ToList();
        await Task.WhenAll(Enumerable.Range(0, Changers).Select(number => ChangeAsync(app, rounds, new Random(seed - number))));
        await over.CancelAsync();
        await Task.WhenAll(visiting);

        // What comes last tells those who stay that they have seen everything.
        Volatile.Write(ref last, (log.Latest(order: null) ?? 0) + 1);
        await app.PlaceAsync(Steps.Pizza);
        patience.CancelAfter(Patience);
        await Task.WhenAll(staying);

        var (visits, changes) = (visitors.SelectMany(visitor => visitor.Visits).ToList(), log.Changes());
        Assert.All(visits, visit => log.AssertSaw(visit, changes));
        Assert.All(visits.TakeLast(Stayers), visit => Assert.True(visit.Numbers.Count > 0 && visit.Numbers[^1] >= last, "A stream came to a halt."));
        output.WriteLine($"{changes[null].Count()} events, {visits.Count} visits with {visits.Sum(visit => visit.Numbers.Count)} messages");
    }

    private static async Task ChangeAsync(RestaurantApp app, int rounds, Random random)
    {
        for (var round = 0; round < rounds; round++)
        {
            var order = await app.PlaceAsync(Steps.Pizza, Steps.Fries);
            if (random.Next(2) == 0)
            {
                await app.CookAsync(order);
                await app.DoAsync("fulfillOrder", order);
            }
            else
            {
                await app.DoAsync("cancelOrder", order);
            }
        }
    }
}
