namespace Restaurant.Graph.Tests.Platform.Reading.Oracle.Generation;

/// <summary>Choices by chance.</summary>
internal static class Chance
{
    /// <summary>Yes, so many times out of a hundred.</summary>
    public static bool Happens(this Random random, double percent) => random.NextDouble() * 100 < percent;

    /// <summary>One of several.</summary>
    public static T One<T>(this Random random, IReadOnlyList<T> items) => items[random.Next(items.Count)];

    /// <summary>Up to so many of several, in any order.</summary>
    public static IReadOnlyList<T> Some<T>(this Random random, IEnumerable<T> items, int most)
    {
        var shuffled = items.ToArray();
        random.Shuffle(shuffled);
        return [.. shuffled.Take(random.Next(1, most + 1))];
    }
}
