namespace Restaurant.Graph.Platform.Events;

/// <summary>An async sequence in the shape the engine takes source streams in; unsubscribing stops it.</summary>
internal sealed class AsyncObservable<T>(Func<CancellationToken, IAsyncEnumerable<T>> sequence) : IObservable<T>
{
    /// <inheritdoc />
    public IDisposable Subscribe(IObserver<T> observer)
    {
        var stop = new CancellationTokenSource();
        _ = PumpAsync(observer, stop.Token);
        return new Subscription(stop);
    }

    private async Task PumpAsync(IObserver<T> observer, CancellationToken stop)
    {
        try
        {
            await foreach (var item in sequence(stop).WithCancellation(stop))
            {
                observer.OnNext(item);
            }

            observer.OnCompleted();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            observer.OnCompleted();
        }
        catch (Exception exception)
        {
            observer.OnError(exception);
        }
    }

    private sealed class Subscription(CancellationTokenSource stop) : IDisposable
    {
        public void Dispose()
        {
            stop.Cancel();
            stop.Dispose();
        }
    }
}
