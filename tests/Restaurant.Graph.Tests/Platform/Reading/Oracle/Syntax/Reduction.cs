namespace Restaurant.Graph.Tests.Platform.Reading.Oracle.Syntax;

/// <summary>Steps from a list to smaller ones.</summary>
internal static class Reduction
{
    /// <summary>The lists that lack a part, the shortest first, then those that have a smaller item.</summary>
    public static IEnumerable<IReadOnlyList<T>> Of<T>(IReadOnlyList<T> items, Func<T, IEnumerable<T>> smaller, int least = 0)
    {
        for (var size = items.Count; size > 0; size /= 2)
        {
            for (var start = 0; start < items.Count; start += size)
            {
                T[] rest = [.. items.Take(start), .. items.Skip(start + size)];
                if (rest.Length >= least)
                {
                    yield return rest;
                }
            }
        }

        foreach (var (index, item) in items.Index())
        {
            foreach (var less in smaller(item))
            {
                yield return items.With(index, [less]);
            }
        }
    }

    /// <summary>A list with others in the place of one item.</summary>
    public static IReadOnlyList<T> With<T>(this IReadOnlyList<T> items, int index, IEnumerable<T> others) =>
        [.. items.Take(index), .. others, .. items.Skip(index + 1)];
}
