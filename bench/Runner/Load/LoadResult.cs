using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Restaurant.Bench.Runner.Load;

/// <summary>What a run of load came to.</summary>
/// <param name="Requests">How many requests were answered.</param>
/// <param name="Elapsed">From the first byte sent to the last one received.</param>
/// <param name="P50">The median time of an answer, in microseconds.</param>
/// <param name="P99">The time that 99 of 100 answers did not exceed, in microseconds.</param>
internal sealed record LoadResult(int Requests, TimeSpan Elapsed, double P50, double P99)
{
    /// <summary>From the times of all answers, in ticks of <see cref="Stopwatch"/>.</summary>
    public static LoadResult Of(List<long> latencies, TimeSpan elapsed)
    {
        var sorted = CollectionsMarshal.AsSpan(latencies);
        sorted.Sort();
        return new LoadResult(sorted.Length, elapsed, At(sorted, 0.50), At(sorted, 0.99));
    }

    private static double At(ReadOnlySpan<long> sorted, double part) =>
        sorted[(int)((sorted.Length - 1) * part)] * 1e6 / Stopwatch.Frequency;
}
