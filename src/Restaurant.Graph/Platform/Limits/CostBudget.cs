using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Platform.Limits;

/// <summary>What everybody may ask for: by themselves if they say who they are, else together with all at their address.</summary>
internal sealed class CostBudget(IOptions<LimitOptions> options) : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private readonly PartitionedRateLimiter<Viewer> _limiter = PartitionedRateLimiter.Create<Viewer, string>(viewer => viewer.IsAnonymous
        ? Partition(viewer.Address ?? "", options.Value.AnonymousCostPerMinute)
        : Partition(viewer.Subject, options.Value.CostPerMinute));

    /// <summary>Takes the cost of an operation.</summary>
    /// <returns>How long to wait until it can be had; null if it can be had now.</returns>
    public TimeSpan? Take(Viewer viewer, double cost)
    {
        var perMinute = viewer.IsAnonymous ? options.Value.AnonymousCostPerMinute : options.Value.CostPerMinute;
        if (perMinute == 0)
        {
            return null;
        }

        using var lease = _limiter.AttemptAcquire(viewer, (int)Math.Clamp(cost, 1, perMinute));
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Period;
    }

    /// <inheritdoc />
    public void Dispose() => _limiter.Dispose();

    private static RateLimitPartition<string> Partition(string key, int perMinute) => perMinute == 0
        ? RateLimitPartition.GetNoLimiter(key)
        : RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perMinute,
            TokensPerPeriod = Math.Max(1, perMinute / 60),
            ReplenishmentPeriod = Period,
            QueueLimit = 0,
        });
}
