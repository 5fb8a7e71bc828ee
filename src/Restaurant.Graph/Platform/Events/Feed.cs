namespace Restaurant.Graph.Platform.Events;

/// <summary>
/// What everybody gets who follows the same with the same document: the last few messages, each made once. It is fed by the
/// <see cref="EventTail"/>; who is slower than the messages come reads the log at their own pace.
/// </summary>
/// <param name="matches">Whether an event belongs to it.</param>
/// <param name="render">Makes the message of an event; null if it may not be seen.</param>
/// <param name="start">The number of the event behind which it begins.</param>
/// <param name="maxBuffered">How many messages it keeps.</param>
internal sealed class Feed(Func<Event, bool> matches, Func<long, ValueTask<Message?>> render, long start, int maxBuffered)
{
    private readonly Lock _lock = new();
    private readonly Queue<long> _numbers = [];
    private readonly LinkedList<Message> _messages = [];
    private readonly Audience _audience = new();
    private long _floor = start;
    private bool _isRendering;
    private long _offered = start;
    private Message? _latest;

    /// <summary>How many follow it; kept by the tail.</summary>
    public int Followers { get; set; }

    /// <summary>The latest message, if it tells of all that has happened up to an event; else null.</summary>
    public Message? LatestAt(long number)
    {
        lock (_lock)
        {
            return _offered >= number && !_isRendering ? _latest : null;
        }
    }

    /// <summary>Makes the latest message known to those who come later, unless there is a later one.</summary>
    public void Learn(Message latest)
    {
        lock (_lock)
        {
            _latest ??= latest;
        }
    }

    /// <summary>Takes an event that has come, if it belongs to the feed. It is made a message of elsewhere, and in its turn.</summary>
    public void Offer(Event happened)
    {
        var isMatch = matches(happened);
        lock (_lock)
        {
            _offered = happened.Id;
            if (!isMatch)
            {
                return;
            }

            _numbers.Enqueue(happened.Id);
            if (_isRendering)
            {
                return;
            }

            _isRendering = true;
        }

        _ = Task.Run(RenderAsync);
    }

    /// <summary>Looks for the first message behind a number.</summary>
    /// <returns>False if the feed reaches back less far than that.</returns>
    public bool TryFind(long last, out Message? message)
    {
        lock (_lock)
        {
            return TryFindLocked(last, out message);
        }
    }

    /// <summary>Waits until there may be something behind a number.</summary>
    public ValueTask WaitAsync(long last, Listener listener)
    {
        lock (_lock)
        {
            if (!TryFindLocked(last, out var message) || message is not null)
            {
                return ValueTask.CompletedTask;
            }

            return _audience.WaitAsync(listener);
        }
    }

    /// <summary>The number of the event behind which the feed has everything.</summary>
    public long Floor
    {
        get
        {
            lock (_lock)
            {
                return _floor;
            }
        }
    }

    private bool TryFindLocked(long last, out Message? message)
    {
        message = null;
        if (last < _floor)
        {
            return false;
        }

        // Almost everybody wants the newest.
        for (var node = _messages.Last; node is not null && node.Value.Number > last; node = node.Previous)
        {
            message = node.Value;
        }

        return true;
    }

    private async Task RenderAsync()
    {
        while (true)
        {
            long number;
            lock (_lock)
            {
                if (!_numbers.TryDequeue(out number))
                {
                    _isRendering = false;
                    return;
                }
            }

            if (await render(number) is { } message)
            {
                Publish(message);
            }
        }
    }

    private void Publish(Message message)
    {
        lock (_lock)
        {
            _messages.AddLast(message);
            _latest = message.IsFault ? _latest : message;
            if (_messages.Count > maxBuffered && _messages.First is { } oldest)
            {
                _floor = oldest.Value.Number;
                _messages.RemoveFirst();
            }

            _audience.Call();
        }
    }
}
