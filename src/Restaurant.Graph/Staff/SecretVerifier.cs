using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Restaurant.Graph.Staff;

/// <summary>Verifies secrets against their hashes, a few at once. For an unknown name it does the same work against the hash of no secret.</summary>
public sealed class SecretVerifier : IDisposable
{
    private const int MaxWaiting = 50;

    private static readonly StaffMember Unknown = new() { Name = "", Role = StaffRole.Waiter };

    private readonly IPasswordHasher<StaffMember> _hasher;
    private readonly string _unknownHash;
    private readonly ConcurrencyLimiter _limiter;

    /// <summary>Creates the hash that unknown names are verified against.</summary>
    public SecretVerifier(IPasswordHasher<StaffMember> hasher, IOptions<StaffOptions> options)
    {
        (_hasher, _unknownHash) = (hasher, hasher.HashPassword(Unknown, Guid.NewGuid().ToString()));
        _limiter = new ConcurrencyLimiter(new ConcurrencyLimiterOptions
        {
            PermitLimit = options.Value.MaxConcurrentSignIns,
            QueueLimit = MaxWaiting,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
    }

    /// <summary>Whether a secret is that of a member; null where too many wait to be verified.</summary>
    public async Task<bool?> IsRightAsync(StaffMember? member, string secret, CancellationToken cancellationToken)
    {
        using var lease = await _limiter.AcquireAsync(permitCount: 1, cancellationToken);
        if (!lease.IsAcquired)
        {
            return null;
        }

        var hash = member is { SecretHash.Length: > 0 } ? member.SecretHash : _unknownHash;
        var result = _hasher.VerifyHashedPassword(member ?? Unknown, hash, secret);
        return result != PasswordVerificationResult.Failed && member is { SecretHash.Length: > 0 };
    }

    /// <inheritdoc />
    public void Dispose() => _limiter.Dispose();
}
