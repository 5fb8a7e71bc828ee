using System.Threading.Channels;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Platform.Events;
using Restaurant.Graph.Platform.Telemetry;

namespace Restaurant.Graph.Platform.Writing;

/// <summary>
/// The one way to write. SQLite has one writer, and what costs time is to make a commit durable: so whoever comes waits for a turn, and all who
/// wait share a commit. Nobody is answered before it is on the disk, and one that fails fails alone.
/// </summary>
public sealed class WriteQueue : IAsyncDisposable
{
    private readonly Channel<PendingWrite> _waiting;
    private readonly Lazy<Task> _writing;
    private readonly int _maxWaiting;

    /// <summary>Makes the queue; writing begins with the first who comes.</summary>
    public WriteQueue(
        IServiceScopeFactory scopes, EventSignal signal, IOptions<WritingOptions> options, FaultLog log)
    {
        _maxWaiting = options.Value.MaxWaiting;
        _waiting = Channel.CreateBounded<PendingWrite>(new BoundedChannelOptions(options.Value.MaxWaiting) { SingleReader = true });
        _writing = new Lazy<Task>(() => Task.Run(async () =>
        {
            await using var writer = new Writer(scopes, options.Value, log);
            while (await _waiting.Reader.WaitToReadAsync())
            {
                await writer.CommitAsync(_waiting.Reader);
                signal.Pulse();
            }
        }));
    }

    /// <summary>How many wait for their turn.</summary>
    public int Waiting => _waiting.Reader.Count;

    /// <summary>How many may wait.</summary>
    public int MaxWaiting => _maxWaiting;

    /// <summary>Whether one more could wait.</summary>
    public bool IsOpen => !_waiting.Reader.Completion.IsCompleted && Waiting < _maxWaiting;

    /// <summary>Waits for a turn, does the work in a transaction, and answers when that is on the disk.</summary>
    /// <param name="work">
    /// Reads and writes through the database context of the services that it is given, and saves. If it throws, it alone is undone. It waits for
    /// nothing but the store, since everybody else waits for it.
    /// </param>
    /// <param name="cancellationToken">Gives it up as long as its turn has not come.</param>
    /// <exception cref="StoreError">It was not stored.</exception>
    public async Task<T> RunAsync<T>(Func<IServiceProvider, Task<T>> work, CancellationToken cancellationToken)
    {
        var write = new PendingWrite<T>(work, cancellationToken);
        if (!_waiting.Writer.TryWrite(write))
        {
            throw _waiting.Reader.Completion.IsCompleted ? StoreError.Stopping() : StoreError.Busy();
        }

        _ = _writing.Value;
        return await write.Completion;
    }

    /// <summary>Finishes what has been accepted.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        if (_writing.IsValueCreated)
        {
            await _writing.Value;
        }
    }
}
