using Restaurant.Graph.Tests.Platform.Reading.Oracle.Syntax;

namespace Restaurant.Graph.Tests.Platform.Reading.Oracle.Checking;

/// <summary>Makes cases smaller for as long as the difference stays.</summary>
internal sealed class Shrinker(Comparison comparison, Func<Case, Task<string?>> faultOf)
{
    private const int Patience = 3000;

    /// <summary>A difference that no smaller document shows, or what came of it before patience was lost.</summary>
    public async Task<Difference> ShrinkAsync(Difference found, string label)
    {
        var attempts = 0;
        for (var smaller = found; smaller is not null && attempts < Patience; smaller = await NextAsync(found.Case))
        {
            found = smaller;
        }

        return found;

        async Task<Difference?> NextAsync(Case whole)
        {
            foreach (var candidate in whole.Smaller())
            {
                if (++attempts < Patience
                    && await faultOf(candidate) is null
                    && await comparison.OfAsync(candidate, $"{label}, attempt {attempts}") is { } difference)
                {
                    return difference;
                }
            }

            return null;
        }
    }
}
