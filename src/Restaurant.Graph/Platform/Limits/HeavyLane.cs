using System.Diagnostics;

namespace Restaurant.Graph.Platform.Limits;

/// <summary>Lets what takes long go one after the other, on half of the processors, so that what takes no time at all never waits for it.</summary>
internal sealed class HeavyLane : IDisposable
{
    /// <summary>The cost from which on something takes long.</summary>
    public const double Heavy = 1_000;

    private const int MaxWaiting = 200;

    private readonly SemaphoreSlim _lane = new(Math.Max(1, Environment.ProcessorCount / 2));
    private int _waiting;

    /// <summary>Does something of a cost; at once if it is light.</summary>
    /// <exception cref="CostError">Too much of the kind waits already.</exception>
    public async ValueTask<T> RunAsync<T>(double cost, Func<ValueTask<T>> work, CancellationToken cancellationToken)
    {
        if (cost < Heavy)
        {
            return await work();
        }

        if (Interlocked.Increment(ref _waiting) > MaxWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            throw CostError.Busy();
        }

        try
        {
            await _lane.WaitAsync(cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }

        var began = Stopwatch.GetTimestamp();
        try
        {
            // Whoever was waiting may have the thread of somebody who is done: what is light comes first.
            await Task.Yield();
            return await work();
        }
        finally
        {
            _ = ReleaseAsync(Stopwatch.GetElapsedTime(began));
        }
    }

    // As long as it took, what is light has the lane's processor to itself, if there is anybody who waits for the lane.
    private async Task ReleaseAsync(TimeSpan took)
    {
        if (Volatile.Read(ref _waiting) > 0)
        {
            await Task.Delay(took);
        }

        _lane.Release();
    }

    /// <inheritdoc />
    public void Dispose() => _lane.Dispose();
}
