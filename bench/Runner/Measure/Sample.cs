namespace Restaurant.Bench.Runner.Measure;

/// <summary>One contender at one workload in one round.</summary>
internal sealed record Sample(string Workload, string Contender, int Round)
{
    /// <summary>Microseconds of processor time a request, or a delivery, of the server's process alone.</summary>
    public required double Cpu { get; init; }

    /// <summary>Microseconds of processor time a request, of all processes of PostgreSQL; null where there is none.</summary>
    public double? DatabaseCpu { get; init; }

    /// <summary>Microseconds of processor time a request, of the client itself; null where that is not looked at.</summary>
    public double? ClientCpu { get; init; }

    /// <summary>Requests, or deliveries, a second.</summary>
    public required double Throughput { get; init; }

    /// <summary>The median latency of a request in microseconds.</summary>
    public double? P50 { get; init; }

    /// <summary>The 99th percentile of the latency of a request in microseconds.</summary>
    public double? P99 { get; init; }

    /// <summary>Bytes allocated a request; null for what is not .NET.</summary>
    public double? Allocated { get; init; }

    /// <summary>KiB of memory that a subscriber takes; null where nobody subscribes.</summary>
    public double? Memory { get; init; }

    /// <summary>Deliveries that did not come; null where nobody subscribes.</summary>
    public double? Lost { get; init; }
}
