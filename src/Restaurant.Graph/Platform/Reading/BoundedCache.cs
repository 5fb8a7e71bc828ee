using System.Collections.Concurrent;

namespace Restaurant.Graph.Platform.Reading;

/// <summary>
/// A cache of bounded size that forgets what was not used for long: values are kept in two generations, what is found in the older one moves
/// to the younger, and when that is full it becomes the older and what is left there is forgotten. Finding a value takes no lock.
/// </summary>
/// <param name="capacity">The weight of a generation; never more than twice as much is kept.</param>
/// <param name="comparer">Tells keys apart.</param>
internal sealed class BoundedCache<TKey, TValue>(int capacity, IEqualityComparer<TKey>? comparer = null)
    where TKey : notnull
    where TValue : class
{
    private readonly Lock _turning = new();
    private volatile Generation _young = new(comparer);
    private volatile Generation _old = new(comparer);

    /// <summary>A value that was kept; null if it was not, or is forgotten.</summary>
    public TValue? Find(TKey key)
    {
        if (_young.Values.TryGetValue(key, out var kept))
        {
            return kept.Value;
        }

        if (!_old.Values.TryGetValue(key, out kept))
        {
            return null;
        }

        Keep(key, kept.Value, kept.Weight);
        return kept.Value;
    }

    /// <summary>Keeps a value, unless it weighs more than all are allowed to.</summary>
    public void Keep(TKey key, TValue value, int weight = 1)
    {
        if (weight > capacity)
        {
            return;
        }

        // A value that is replaced counts once more until its generation is forgotten, which errs on the side of less.
        var young = _young;
        young.Values[key] = (value, weight);
        if (Interlocked.Add(ref young.Weight, weight) <= capacity)
        {
            return;
        }

        lock (_turning)
        {
            if (_young == young)
            {
                (_old, _young) = (young, new Generation(comparer));
            }
        }
    }

    private sealed class Generation(IEqualityComparer<TKey>? comparer)
    {
        public int Weight;

        public ConcurrentDictionary<TKey, (TValue Value, int Weight)> Values { get; } = new(comparer);
    }
}
