namespace Restaurant.Graph.Platform.Transport;

/// <summary>Writes to a stream of server-sent events, each event whole and at once.</summary>
internal sealed class EventWriter(Stream body) : IDisposable
{
    private static readonly byte[] Comment = [.. ":\n\n"u8];

    private readonly SemaphoreSlim _writing = new(1, 1);

    /// <summary>Writes one event.</summary>
    public async Task WriteAsync(ReadOnlyMemory<byte> text, CancellationToken stop)
    {
        await _writing.WaitAsync(stop);
        try
        {
            await body.WriteAsync(text, stop);
            await body.FlushAsync(stop);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Writes a comment now and then, so that nobody on the way takes a quiet stream for a dead one.</summary>
    public async Task BeatAsync(TimeSpan period, TimeProvider time, CancellationToken stop)
    {
        try
        {
            using var timer = new PeriodicTimer(period, time);
            do
            {
                await WriteAsync(Comment, stop);
            }
            while (await timer.WaitForNextTickAsync(stop));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The stream has ended.
        }
    }

    /// <inheritdoc />
    public void Dispose() => _writing.Dispose();
}
