using Restaurant.Graph.Platform.Limits;

namespace Restaurant.Graph.Tests.Platform.Limits;

public sealed class FairLimiterTests
{
    [Fact]
    public async Task A_caller_waits_behind_one_turn_of_each_other_caller()
    {
        var limiter = new FairLimiter(maxConcurrent: 1);
        var (greedy, modest) = (new object(), new object());
        var first = await limiter.EnterAsync(greedy, CancellationToken.None);
        var order = new List<string>();
        var all = Enumerable.Range(0, 5).Select(_ => TakeAsync(limiter, greedy, "greedy", order)).ToList();
        all.Add(TakeAsync(limiter, modest, "modest", order));
        first.Dispose();
        await Task.WhenAll(all);
        Assert.Equal(["greedy", "modest", "greedy", "greedy", "greedy", "greedy"], order);
    }

    [Fact]
    public async Task Who_gives_up_takes_no_turn()
    {
        var limiter = new FairLimiter(maxConcurrent: 1);
        var first = await limiter.EnterAsync(this, CancellationToken.None);
        using var stop = new CancellationTokenSource();
        var waiting = limiter.EnterAsync(this, stop.Token).AsTask();
        var next = limiter.EnterAsync(this, CancellationToken.None).AsTask();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        first.Dispose();
        (await next).Dispose();
        (await limiter.EnterAsync(this, CancellationToken.None)).Dispose();
    }

    [Fact]
    public async Task No_more_than_the_maximum_run_at_once()
    {
        var limiter = new FairLimiter(maxConcurrent: 3);
        var (running, most) = (0, 0);
        await Task.WhenAll(Enumerable.Range(0, 100).Select(number => limiter.RunAsync(number % 7, async () =>
        {
            var now = Interlocked.Increment(ref running);
            InterlockedMax(ref most, now);
            await Task.Yield();
            return Interlocked.Decrement(ref running);
        }, CancellationToken.None).AsTask()));
        Assert.InRange(most, 1, 3);
    }

    private static async Task TakeAsync(FairLimiter limiter, object caller, string name, List<string> order)
    {
        using var turn = await limiter.EnterAsync(caller, CancellationToken.None);
        order.Add(name);
    }

    private static void InterlockedMax(ref int most, int now)
    {
        int known;
        while ((known = Volatile.Read(ref most)) < now && Interlocked.CompareExchange(ref most, now, known) != known)
        {
        }
    }
}
