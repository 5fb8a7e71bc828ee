namespace Restaurant.Graph.Platform.Telemetry;

/// <summary>Counts the faults of one kind that were not logged one by one.</summary>
/// <param name="level">Level of the log entry that tells the count.</param>
/// <param name="timer">Timer of the interval.</param>
internal sealed class FaultCounter(LogLevel level, ITimer timer) : IDisposable
{
    /// <summary>Clients know faults by their traces, so the latest few are logged beside the count.</summary>
    private const int MaxTraces = 10;

    private readonly Queue<string> _traces = [];

    /// <summary>Level of the log entry.</summary>
    public LogLevel Level => level;

    /// <summary>Number of faults since the last reset.</summary>
    public long Count { get; private set; }

    /// <summary>Text with the traces of the latest faults; empty if they have none.</summary>
    public string Traces => _traces.Count == 0 ? "" : $", the latest with traces {string.Join(' ', _traces)}";

    /// <summary>Counts a fault.</summary>
    public void Add(string? trace)
    {
        Count++;
        if (trace is null)
        {
            return;
        }

        _traces.Enqueue(trace);
        if (_traces.Count > MaxTraces)
        {
            _traces.Dequeue();
        }
    }

    /// <summary>Begins with zero.</summary>
    public void Reset()
    {
        Count = 0;
        _traces.Clear();
    }

    /// <inheritdoc />
    public void Dispose() => timer.Dispose();
}
