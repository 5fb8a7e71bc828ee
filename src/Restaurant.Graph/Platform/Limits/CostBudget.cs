using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Platform.Limits;

/// <summary>
/// Rate limiter for the cost of operations: a token bucket of each identity, and one of each client network for what anonymous and self-registered
/// clients do there together. A network is an IPv4 address or the /64 of an IPv6 address.
/// </summary>
internal sealed class CostBudget : IDisposable
{
    private const int PeriodsOfMinute = 60;
    private const int BurstsOfMinute = 6;

    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1) / PeriodsOfMinute;

    private readonly LimitOptions _limits;
    private readonly SelfRegisteredRoles _selfRegistered;
    private readonly PartitionedRateLimiter<Viewer> _identities;
    private readonly PartitionedRateLimiter<Viewer> _networks;

    public CostBudget(IOptions<LimitOptions> options, SelfRegisteredRoles selfRegistered)
    {
        (_limits, _selfRegistered) = (options.Value, selfRegistered);
        Func<Payer, RateLimiter> identity = payer => Bucket(PerMinute(payer.IsAnonymous));
        Func<string, RateLimiter> network = _ => Bucket(_limits.AddressCostPerMinute);
        _identities = PartitionedRateLimiter.Create<Viewer, Payer>(viewer => RateLimitPartition.Get(Payer.Of(viewer), identity));
        _networks = PartitionedRateLimiter.Create<Viewer, string>(viewer => RateLimitPartition.Get(viewer.Network ?? "", network));
    }

    /// <summary>Takes the cost of an operation.</summary>
    /// <returns>How long to wait until it can be had; null if it can be had now.</returns>
    public TimeSpan? Take(Viewer viewer, double cost)
    {
        if (Take(_identities, viewer, cost, PerMinute(viewer.IsAnonymous)) is { } wait)
        {
            // What is refused here takes nothing from the network, or one client would use up the budget of all by being refused.
            return wait;
        }

        return _selfRegistered.Includes(viewer) ? Take(_networks, viewer, cost, _limits.AddressCostPerMinute) : null;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _identities.Dispose();
        _networks.Dispose();
    }

    private TimeSpan? Take(PartitionedRateLimiter<Viewer> limiter, Viewer viewer, double cost, int perMinute)
    {
        if (perMinute == 0)
        {
            return null;
        }

        using var lease = limiter.AttemptAcquire(viewer, (int)Math.Clamp(cost, 1, Burst(perMinute)));
        if (lease.IsAcquired)
        {
            return null;
        }

        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Period;
    }

    private int PerMinute(bool isAnonymous) => isAnonymous ? _limits.AnonymousCostPerMinute : _limits.CostPerMinute;

    // What can be had at once, when nothing was asked for in a while: the dearest operation at the least.
    private int Burst(int perMinute) => Math.Max(_limits.MaxCost, perMinute / BurstsOfMinute);

    private TokenBucketRateLimiter Bucket(int perMinute) => new(new TokenBucketRateLimiterOptions
    {
        TokenLimit = Burst(perMinute),
        TokensPerPeriod = Math.Max(1, perMinute / PeriodsOfMinute),
        ReplenishmentPeriod = Period,
        QueueLimit = 0,

        // One timer does it for all of them.
        AutoReplenishment = false,
    });

    private readonly record struct Payer(bool IsAnonymous, string Role, long Key, string? Name)
    {
        public static Payer Of(Viewer viewer) => viewer.IsAnonymous
            ? new Payer(true, viewer.Role, 0, viewer.Network)
            : new Payer(false, viewer.Role, viewer.Key, viewer.Name);
    }
}
