using Microsoft.Extensions.Options;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Platform.Telemetry;

/// <summary>
/// Rate-limited log of faults, without text of clients: the first fault of a kind is logged at once, and the number of further ones per
/// <see cref="DiagnosticsOptions.LogInterval"/>. All faults of the store that have one error code are of one kind, wherever they occur.
/// </summary>
public sealed class FaultLog(ILogger<FaultLog> logger, IOptions<DiagnosticsOptions> options, TimeProvider time) : IDisposable
{
    /// <summary>Bound of the memory: kinds are made of constants of the code, so there are few.</summary>
    private const int MaxKinds = 500;

    private const string OtherKinds = "Faults of other kinds";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, FaultCounter> _kinds = new(StringComparer.Ordinal);

    /// <summary>Logs a fault.</summary>
    /// <param name="source">What failed: a constant, such as <c>The event log could not be read</c>.</param>
    /// <param name="fault">The fault.</param>
    /// <param name="level">Level of the log entries; a store that cannot be used is an error in any case.</param>
    public void Write(string source, Exception fault, LogLevel level = LogLevel.Error)
    {
        var id = FaultDescription.TraceOf(fault);
        var trace = id is null ? "" : $", trace {id}";
        level = StoreFaults.Of(fault) is StoreFault.Unavailable or StoreFault.Full ? LogLevel.Error : level;
        if (options.Value.LogClientText)
        {
            logger.Log(level, fault, "{Source}{Trace}", source, trace);
            return;
        }

        if (IsFirst(FaultDescription.KindOf(source, fault), level, id))
        {
            logger.Log(level, "{Source}: {Fault}{Trace}", source, FaultDescription.Of(fault), trace);
        }
        else
        {
            logger.LogDebug("{Source}{Trace}", source, trace);
        }
    }

    /// <summary>Logs the numbers of faults that are not logged yet.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var (kind, counter) in _kinds)
            {
                Summarize(kind, counter);
                counter.Dispose();
            }

            _kinds.Clear();
        }
    }

    private bool IsFirst(string kind, LogLevel level, string? trace)
    {
        lock (_lock)
        {
            if (_kinds.TryGetValue(kind, out var known) || (_kinds.Count >= MaxKinds && _kinds.TryGetValue(OtherKinds, out known)))
            {
                known.Add(trace);
                return false;
            }

            var key = _kinds.Count < MaxKinds ? kind : OtherKinds;
            var interval = options.Value.LogInterval;
            _kinds.Add(key, new FaultCounter(level, time.CreateTimer(_ => EndInterval(key), null, interval, interval)));
            return true;
        }
    }

    private void EndInterval(string kind)
    {
        lock (_lock)
        {
            if (!_kinds.TryGetValue(kind, out var counter))
            {
                return;
            }

            if (counter.Count > 0)
            {
                Summarize(kind, counter);
                return;
            }

            _kinds.Remove(kind);
            counter.Dispose();
        }
    }

    private void Summarize(string kind, FaultCounter counter)
    {
        if (counter.Count > 0)
        {
            logger.Log(counter.Level, "{Kind}: {Count} more within {Interval}{Traces}", kind, counter.Count, options.Value.LogInterval, counter.Traces);
            counter.Reset();
        }
    }
}
