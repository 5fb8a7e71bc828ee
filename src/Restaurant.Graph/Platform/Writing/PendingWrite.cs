namespace Restaurant.Graph.Platform.Writing;

/// <summary>A unit of work that waits for its turn, and then for the commit.</summary>
internal abstract class PendingWrite(CancellationToken cancellationToken)
{
    /// <summary>Whether nobody wants it any more.</summary>
    public bool IsGivenUp => cancellationToken.IsCancellationRequested;

    /// <summary>Does it; who waits is not told yet.</summary>
    public abstract Task RunAsync(IServiceProvider services);

    /// <summary>Tells that it is stored.</summary>
    public abstract void Complete();

    /// <summary>Tells that it is not.</summary>
    public abstract void Fail(Exception fault);

    /// <summary>Tells that it was given up before its turn.</summary>
    public abstract void GiveUp();
}

/// <summary>One with a result.</summary>
internal sealed class PendingWrite<T>(Func<IServiceProvider, Task<T>> work, CancellationToken cancellationToken) : PendingWrite(cancellationToken)
{
    private readonly CancellationToken _cancellationToken = cancellationToken;

    // The writer goes on with the next group while those of this one are answered.
    private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task<T>? _done;

    /// <summary>The result, once it is on the disk.</summary>
    public Task<T> Completion => _completion.Task;

    /// <inheritdoc />
    public override Task RunAsync(IServiceProvider services) => _done = work(services);

    /// <inheritdoc />
    public override void Complete() => _completion.TrySetFromTask(_done ?? throw new InvalidOperationException("It has not run."));

    /// <inheritdoc />
    public override void Fail(Exception fault) => _completion.TrySetException(StoreError.Of(fault) ?? fault);

    /// <inheritdoc />
    public override void GiveUp() => _completion.TrySetCanceled(_cancellationToken);
}
