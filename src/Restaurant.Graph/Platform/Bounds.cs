namespace Restaurant.Graph.Platform;

/// <summary>The least and the most of what is counted, both allowed.</summary>
/// <param name="Min">The least.</param>
/// <param name="Max">The most.</param>
public sealed record Bounds(int Min, int Max)
{
    /// <summary>Whether a number lies between them.</summary>
    public bool Allow(int number) => number >= Min && number <= Max;
}
