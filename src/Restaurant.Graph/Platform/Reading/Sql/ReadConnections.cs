namespace Restaurant.Graph.Platform.Reading.Sql;

/// <summary>The connections that read, kept open between operations.</summary>
internal abstract class ReadConnections
{
    private int _inUse;

    /// <summary>How many are reading now.</summary>
    public int InUse => Volatile.Read(ref _inUse);

    /// <summary>Reads with one of them.</summary>
    /// <param name="timeout">How long the statements may take altogether.</param>
    /// <param name="isSnapshot">Whether they all see one state of the data.</param>
    /// <param name="read">Runs the statements.</param>
    /// <param name="cancellationToken">Stops them.</param>
    public async ValueTask UseAsync(TimeSpan timeout, bool isSnapshot, Func<ReadConnection, ValueTask> read, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _inUse);
        try
        {
            await RunAsync(timeout, isSnapshot, read, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _inUse);
        }
    }

    /// <summary>Reads with one of them.</summary>
    protected abstract ValueTask RunAsync(TimeSpan timeout, bool isSnapshot, Func<ReadConnection, ValueTask> read, CancellationToken cancellationToken);
}
