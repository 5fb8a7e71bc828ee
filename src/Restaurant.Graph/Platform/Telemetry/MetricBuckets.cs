using System.Diagnostics.Metrics;

namespace Restaurant.Graph.Platform.Telemetry;

/// <summary>Bounds of histogram buckets. Without advice OpenTelemetry takes 0 to 10,000, which says nothing about seconds.</summary>
internal static class MetricBuckets
{
    private static readonly int[] Steps = [1, 2, 5];

    /// <summary>Durations, as those of <c>http.server.request.duration</c>, with finer bounds below 5 ms and one for time-outs.</summary>
    public static InstrumentAdvice<double> Seconds { get; } = new()
    {
        HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 30],
    };

    /// <summary>Small numbers, such as SQL statements of an operation.</summary>
    public static InstrumentAdvice<int> Few { get; } = new() { HistogramBucketBoundaries = [0, 1, 2, 3, 4, 5, 7, 10, 15, 20, 30, 50, 100] };

    /// <summary>Costs: 1, 2, 5, 10, ... up to a maximum.</summary>
    public static InstrumentAdvice<double> CostUpTo(int maximum)
    {
        var bounds = new List<double>();
        for (double decade = 1; decade < maximum; decade *= 10)
        {
            bounds.AddRange(Steps.Select(step => step * decade).Where(bound => bound < maximum));
        }

        return new InstrumentAdvice<double> { HistogramBucketBoundaries = [.. bounds, maximum] };
    }
}
