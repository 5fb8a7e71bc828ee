using System.Diagnostics;

namespace Restaurant.Graph.Platform.Events;

/// <summary>
/// Those who wait for the next message of a feed. They are woken a few at a time, so that nobody who asks the server for something meanwhile has
/// to wait for all of them. When all are woken they are left alone for a while, the longer the more they are: what happens while they are is sent
/// together, which costs a fraction. What happens after a silence is told at once.
/// </summary>
internal sealed class Audience : IThreadPoolWorkItem
{
    private const int AtOnce = 32;

    /// <summary>How much longer than it takes to wake all the pause after it is, so that most of the time is left for whoever asks.</summary>
    private const int PauseFactor = 2;

    private static readonly TimeSpan MaxPause = TimeSpan.FromMilliseconds(200);

    private readonly Lock _lock = new();
    private readonly Queue<Listener> _called = [];
    private readonly List<Listener> _waiting = [];
    private bool _isWaking;
    private long _began;
    private TimeSpan _pause;

    /// <summary>Lets one wait until all are called the next time.</summary>
    public ValueTask WaitAsync(Listener listener)
    {
        lock (_lock)
        {
            _waiting.Add(listener);
            return listener.Begin();
        }
    }

    /// <summary>Calls all who wait now.</summary>
    public void Call()
    {
        lock (_lock)
        {
            _waiting.ForEach(_called.Enqueue);
            _waiting.Clear();
            if (_isWaking || _called.Count == 0)
            {
                return;
            }

            _isWaking = true;
        }

        _ = BeginAsync();
    }

    /// <inheritdoc />
    public void Execute()
    {
        for (var woken = 0; woken < AtOnce; woken++)
        {
            Listener? listener;
            lock (_lock)
            {
                if (!_called.TryDequeue(out listener))
                {
                    var took = Stopwatch.GetElapsedTime(_began);
                    (_isWaking, _pause) = (false, took + (took * PauseFactor));
                    return;
                }
            }

            listener.Wake();
        }

        Queue();
    }

    private async Task BeginAsync()
    {
        var rest = (_pause < MaxPause ? _pause : MaxPause) - Stopwatch.GetElapsedTime(_began);
        if (rest > TimeSpan.FromMilliseconds(1))
        {
            await Task.Delay(rest);
        }

        _began = Stopwatch.GetTimestamp();
        Queue();
    }

    // Behind whatever else waits for a thread.
    private void Queue() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
}
