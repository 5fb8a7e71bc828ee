using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Platform.Limits;

/// <summary>What everybody may ask for: by themselves if they say who they are, else together with all at their address.</summary>
internal sealed class CostBudget : IDisposable
{
    private const int PeriodsOfMinute = 60;
    private const int BurstsOfMinute = 6;

    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1) / PeriodsOfMinute;

    private readonly LimitOptions _limits;
    private readonly PartitionedRateLimiter<Viewer> _limiter;
    private readonly Func<Payer, RateLimiter> _bucket;

    public CostBudget(IOptions<LimitOptions> options)
    {
        _limits = options.Value;
        _bucket = Bucket;
        _limiter = PartitionedRateLimiter.Create<Viewer, Payer>(viewer => RateLimitPartition.Get(
            viewer.IsAnonymous ? new Payer(viewer.Role, 0, viewer.Address) : new Payer(viewer.Role, viewer.Key, viewer.Name), _bucket));
    }

    /// <summary>Takes the cost of an operation.</summary>
    /// <returns>How long to wait until it can be had; null if it can be had now.</returns>
    public TimeSpan? Take(Viewer viewer, double cost)
    {
        var perMinute = PerMinute(viewer.Role);
        if (perMinute == 0)
        {
            return null;
        }

        using var lease = _limiter.AttemptAcquire(viewer, (int)Math.Clamp(cost, 1, Burst(perMinute)));
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Period;
    }

    /// <inheritdoc />
    public void Dispose() => _limiter.Dispose();

    private int PerMinute(string role) => string.Equals(role, Viewer.Anonymous, StringComparison.Ordinal) ? _limits.AnonymousCostPerMinute : _limits.CostPerMinute;

    // What can be had at once, when nothing was asked for in a while: the dearest operation at the least.
    private int Burst(int perMinute) => Math.Max(_limits.MaxCost, perMinute / BurstsOfMinute);

    private TokenBucketRateLimiter Bucket(Payer payer)
    {
        var perMinute = PerMinute(payer.Role);
        return new TokenBucketRateLimiter(new TokenBucketRateLimiterOptions
        {
            TokenLimit = Burst(perMinute),
            TokensPerPeriod = Math.Max(1, perMinute / PeriodsOfMinute),
            ReplenishmentPeriod = Period,
            QueueLimit = 0,

            // One timer does it for all of them.
            AutoReplenishment = false,
        });
    }

    private readonly record struct Payer(string Role, long Key, string? Name);
}
