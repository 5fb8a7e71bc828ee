namespace Restaurant.Graph.Platform.Events;

/// <summary>
/// Those who wait for the next message of a feed. They are woken a few at a time, so that nobody who asks the server for something meanwhile has
/// to wait for all of them; who is woken late finds several messages at once.
/// </summary>
internal sealed class Audience : IThreadPoolWorkItem
{
    private const int AtOnce = 32;

    private readonly Lock _lock = new();
    private readonly Queue<Listener> _called = [];
    private readonly List<Listener> _waiting = [];
    private bool _isWaking;

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

        Queue();
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
                    _isWaking = false;
                    return;
                }
            }

            listener.Wake();
        }

        Queue();
    }

    // Behind whatever else waits for a thread.
    private void Queue() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
}
