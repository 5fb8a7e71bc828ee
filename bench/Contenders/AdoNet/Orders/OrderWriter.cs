using System.Threading.Channels;

namespace Restaurant.Bench.Contenders.AdoNet.Orders;

/// <summary>The one who writes: whoever waits shares a commit, and is answered after it.</summary>
internal sealed class OrderWriter
{
    private const int MaxGroup = 128;

    private readonly OrderStore _store;
    private readonly Action<long> _happened;
    private readonly Channel<Waiting> _waiting = Channel.CreateUnbounded<Waiting>(new UnboundedChannelOptions { SingleReader = true });
    private readonly List<Waiting> _group = new(MaxGroup);

    /// <summary>Begins to write.</summary>
    /// <param name="database">Where to.</param>
    /// <param name="happened">Is told the number of each event after its commit.</param>
    public OrderWriter(string database, Action<long> happened)
    {
        (_store, _happened) = (new OrderStore(database), happened);
        _ = Task.Run(WriteAsync);
    }

    /// <summary>Places an order; done when it is on the disk.</summary>
    public Task<Placed> PlaceAsync(OrderRequest request)
    {
        var waiting = new Waiting(request);
        _waiting.Writer.TryWrite(waiting);
        return waiting.Completion.Task;
    }

    private async Task WriteAsync()
    {
        while (await _waiting.Reader.WaitToReadAsync())
        {
            _group.Clear();
            try
            {
                Commit();
            }
            catch (Exception fault)
            {
                _store.Rollback();
                _group.ForEach(waiting => waiting.Completion.TrySetException(fault));
            }
        }
    }

    private void Commit()
    {
        _store.Begin();
        while (_group.Count < MaxGroup && _waiting.Reader.TryRead(out var waiting))
        {
            _group.Add(waiting);
            waiting.Placed = _store.Place(waiting.Request);
        }

        _store.Commit();
        foreach (var waiting in _group)
        {
            if (waiting.Placed is { } placed)
            {
                waiting.Completion.TrySetResult(placed);
                _happened(placed.Event);
            }
        }
    }

    private sealed record Waiting(OrderRequest Request)
    {
        public TaskCompletionSource<Placed> Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Placed? Placed { get; set; }
    }
}
