using System.ComponentModel.DataAnnotations;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>GraphQL over HTTP, from the section <c>Http</c> of the configuration.</summary>
public sealed class HttpOptions
{
    /// <summary>How many requests a batch may have; 0: there are no batches.</summary>
    [Range(0, 100)]
    public int MaxBatchSize { get; init; }

    /// <summary>How large a body may be, in bytes, and how large it may become when it is decompressed.</summary>
    [Range(1_000, 100_000_000)]
    public int MaxBodyBytes { get; init; } = 1_000_000;

    /// <summary>How long a client may take to send the headers of a request.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan HeadersTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long caches may keep a public answer without asking again.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan PublicMaxAge { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often a silent stream of server-sent events shows that it is alive.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(12);
}
