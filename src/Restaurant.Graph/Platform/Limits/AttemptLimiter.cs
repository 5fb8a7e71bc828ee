namespace Restaurant.Graph.Platform.Limits;

/// <summary>
/// Rate limiter by key: allows a number of attempts at once, which come back one by one over a period (generic cell rate algorithm). It counts
/// in this process only.
/// </summary>
/// <param name="limit">How many attempts a key has; 0: as many as it likes.</param>
/// <param name="period">In which time all of them come back.</param>
/// <param name="time">The clock.</param>
/// <param name="maxKeys">How many keys are counted at once; beyond that, new keys are refused until others have all of their attempts back.</param>
// Not of System.Threading.RateLimiting, whose limiters take their time from the machine and cannot give an attempt back.
public sealed class AttemptLimiter(int limit, TimeSpan period, TimeProvider time, int maxKeys = 100_000)
{
    private const int MinSweep = 1_000;

    private readonly Lock _lock = new();

    // By key, when all of its attempts will be back.
    private readonly Dictionary<string, DateTimeOffset> _fullAt = new(StringComparer.Ordinal);
    private int _sweepAt = MinSweep;

    /// <summary>How many attempts a key has.</summary>
    public int Limit => limit;

    private TimeSpan Interval => period / limit;

    /// <summary>Takes an attempt of a key.</summary>
    /// <returns>When the next one can be taken; null if this one was.</returns>
    public DateTimeOffset? Take(string key)
    {
        if (limit == 0)
        {
            return null;
        }

        lock (_lock)
        {
            var now = time.GetUtcNow();
            var isKnown = _fullAt.TryGetValue(key, out var fullAt);
            if (!isKnown && !HasRoom(now))
            {
                return now + Interval;
            }

            var next = (fullAt > now ? fullAt : now) + Interval;
            if (next > now + period)
            {
                return next - period;
            }

            _fullAt[key] = next;
            return null;
        }
    }

    /// <summary>Gives an attempt back that was taken.</summary>
    public void GiveBack(string key)
    {
        lock (_lock)
        {
            if (limit > 0 && _fullAt.TryGetValue(key, out var fullAt))
            {
                _fullAt[key] = fullAt - Interval;
            }
        }
    }

    private bool HasRoom(DateTimeOffset now)
    {
        if (_fullAt.Count >= Math.Min(_sweepAt, maxKeys))
        {
            foreach (var (key, _) in _fullAt.Where(entry => entry.Value <= now).ToList())
            {
                _fullAt.Remove(key);
            }

            _sweepAt = Math.Max(MinSweep, 2 * _fullAt.Count);
        }

        return _fullAt.Count < maxKeys;
    }
}
