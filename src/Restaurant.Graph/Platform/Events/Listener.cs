using System.Threading.Tasks.Sources;

namespace Restaurant.Graph.Platform.Events;

/// <summary>One who waits for the next message of a feed, again and again, without an object for each time.</summary>
internal sealed class Listener : IValueTaskSource, IDisposable
{
    private readonly CancellationTokenRegistration _cancellation;
    private ManualResetValueTaskSourceCore<bool> _source = new() { RunContinuationsAsynchronously = true };
    private int _isWaiting;

    /// <summary>One who gives up at a sign.</summary>
    public Listener(CancellationToken cancellationToken) =>
        _cancellation = cancellationToken.UnsafeRegister(static listener => ((Listener)listener!).Wake(), this);

    /// <summary>Begins to wait.</summary>
    public ValueTask Begin()
    {
        _source.Reset();
        Volatile.Write(ref _isWaiting, 1);

        // Whoever gave up while nobody waited has woken nobody.
        if (_cancellation.Token.IsCancellationRequested)
        {
            Wake();
        }

        return new ValueTask(this, _source.Version);
    }

    /// <summary>Ends the waiting, if there is any.</summary>
    public void Wake()
    {
        if (Interlocked.Exchange(ref _isWaiting, 0) == 1)
        {
            _source.SetResult(true);
        }
    }

    /// <inheritdoc />
    public void GetResult(short token) => _source.GetResult(token);

    /// <inheritdoc />
    public ValueTaskSourceStatus GetStatus(short token) => _source.GetStatus(token);

    /// <inheritdoc />
    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _source.OnCompleted(continuation, state, token, flags);

    /// <inheritdoc />
    public void Dispose() => _cancellation.Dispose();
}
