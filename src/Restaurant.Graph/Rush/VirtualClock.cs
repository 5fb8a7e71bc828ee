namespace Restaurant.Graph.Rush;

/// <summary>A clock that goes on when it is told to.</summary>
internal sealed class VirtualClock(DateTimeOffset start) : TimeProvider
{
    private long _ticks = start.UtcTicks;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref _ticks), TimeSpan.Zero);

    /// <summary>Sets it.</summary>
    public void MoveTo(DateTimeOffset now) => Volatile.Write(ref _ticks, now.UtcTicks);
}
