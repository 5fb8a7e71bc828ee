namespace Restaurant.Bench.Runner.Measure;

/// <summary>One contender at one workload in one round.</summary>
internal sealed record Sample(string Workload, string Contender, int Round)
{
    /// <summary>Microseconds of processor time a request, of the server's process alone.</summary>
    public required double Cpu { get; init; }

    /// <summary>Requests a second.</summary>
    public required double Throughput { get; init; }

    /// <summary>The median latency in microseconds.</summary>
    public required double P50 { get; init; }

    /// <summary>The 99th percentile of the latency in microseconds.</summary>
    public required double P99 { get; init; }

    /// <summary>Bytes allocated a request; null for what is not .NET.</summary>
    public required double? Allocated { get; init; }
}
