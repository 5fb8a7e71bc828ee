namespace Restaurant.Graph.Platform.Events;

/// <summary>Says "look into the log" to all who wait, and nothing more: what happened is in the log.</summary>
public sealed class EventSignal
{
    private volatile TaskCompletionSource _next = New();

    /// <summary>Completes at the next pulse. Take it before looking, so that nothing falls between looking and waiting.</summary>
    public Task Next => _next.Task;

    /// <summary>Wakes everyone up.</summary>
    public void Pulse() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
