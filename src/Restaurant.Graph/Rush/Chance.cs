namespace Restaurant.Graph.Rush;

/// <summary>All that is left to chance, which one seed decides.</summary>
internal sealed class Chance(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Whether something happens that does so in some percent of all cases.</summary>
    public bool Happens(int percent) => _random.Next(100) < percent;

    /// <summary>A number from one to another, both included.</summary>
    public int Between(int least, int most) => _random.Next(least, most + 1);

    /// <summary>A time from one number of seconds to another.</summary>
    public TimeSpan Seconds(int least, int most) => TimeSpan.FromSeconds(Between(least, most));

    /// <summary>One of some.</summary>
    public T One<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    /// <summary>Some of some, each once, in their order.</summary>
    public IReadOnlyList<T> Some<T>(IReadOnlyList<T> items, int count)
    {
        int[] indexes = [.. Enumerable.Range(0, items.Count)];
        _random.Shuffle(indexes);
        return [.. indexes.Take(count).Order().Select(index => items[index])];
    }

    /// <summary>When somebody comes in an evening of so many hours: most in its middle.</summary>
    public TimeSpan Arrival(double hours) => TimeSpan.FromHours(hours * (_random.NextDouble() + _random.NextDouble() + _random.NextDouble()) / 3);

    /// <summary>A key for something that is to be done once.</summary>
    public Guid Key()
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
