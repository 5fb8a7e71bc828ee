namespace Restaurant.Graph.Platform.Limits;

/// <summary>
/// Concurrency limiter with a round-robin queue: a caller with much work waits behind one turn of each other caller.
/// </summary>
/// <param name="maxConcurrent">The number of turns that run at once.</param>
internal sealed class FairLimiter(int maxConcurrent)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<object, Queue<TaskCompletionSource>> _waiting = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<object> _callers = [];
    private int _running;

    /// <summary>Waits for a turn, which has to be disposed.</summary>
    /// <param name="caller">The owner of the work, compared by reference.</param>
    /// <param name="cancellationToken">Gives up the place in the queue.</param>
    public async ValueTask<Turn> EnterAsync(object caller, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Enqueue(caller) is { } place)
        {
            await using var registration = cancellationToken.UnsafeRegister(
                static (place, token) => ((TaskCompletionSource)place!).TrySetCanceled(token), place);
            await place.Task;
        }

        // The thread pool's global queue is first in, first out: operations that came before this turn run before it.
        await Task.Yield();
        return new Turn(this);
    }

    /// <summary>Runs work within a turn.</summary>
    public async ValueTask<T> RunAsync<T>(object caller, Func<ValueTask<T>> work, CancellationToken cancellationToken)
    {
        using var turn = await EnterAsync(caller, cancellationToken);
        return await work();
    }

    private TaskCompletionSource? Enqueue(object caller)
    {
        lock (_lock)
        {
            if (_running < maxConcurrent)
            {
                _running++;
                return null;
            }

            if (!_waiting.TryGetValue(caller, out var places))
            {
                _waiting.Add(caller, places = []);
                _callers.Enqueue(caller);
            }

            var place = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            places.Enqueue(place);
            return place;
        }
    }

    private void Exit()
    {
        lock (_lock)
        {
            while (_callers.TryDequeue(out var caller))
            {
                var places = _waiting[caller];
                var place = places.Dequeue();
                if (places.Count == 0)
                {
                    _waiting.Remove(caller);
                }
                else
                {
                    _callers.Enqueue(caller);
                }

                // A canceled place is passed over.
                if (place.TrySetResult())
                {
                    return;
                }
            }

            _running--;
        }
    }

    /// <summary>The permission to run, which passes to the next caller when it is disposed.</summary>
    internal readonly struct Turn(FairLimiter limiter) : IDisposable
    {
        /// <inheritdoc />
        public void Dispose() => limiter.Exit();
    }
}
