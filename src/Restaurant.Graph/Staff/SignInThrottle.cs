using Microsoft.Extensions.Options;
using Restaurant.Graph.Platform.Limits;

namespace Restaurant.Graph.Staff;

/// <summary>
/// Slows down sign-ins: an attempt is counted before it is tried, and given back where it succeeds. A known device has attempts of its own, so that
/// strangers cannot keep it out.
/// </summary>
public sealed class SignInThrottle
{
    private readonly AttemptLimiter _devices;
    private readonly (AttemptLimiter Limiter, Func<SignInAttempt, string> Key)[] _strangers;

    /// <summary>Creates the limiters.</summary>
    public SignInThrottle(IOptions<StaffOptions> options, TimeProvider time)
    {
        var staff = options.Value;
        _devices = Limiter(staff.MaxFailedAttempts);

        // The narrowest first: one address alone does not use up the attempts of a name.
        _strangers =
        [
            (Limiter(staff.MaxFailedAttempts), static attempt => $"{attempt.Network}\n{attempt.Name}"),
            (Limiter(staff.MaxFailedAttemptsOfAddress), static attempt => attempt.Network),
            (Limiter(staff.MaxFailedAttemptsOfName), static attempt => attempt.Name),
        ];

        AttemptLimiter Limiter(int limit) => new(limit, staff.Lockout, time);
    }

    /// <summary>Counts an attempt.</summary>
    /// <returns>When to try again; null if it may be tried now.</returns>
    internal DateTimeOffset? Take(SignInAttempt attempt)
    {
        if (attempt.Device is { } device)
        {
            return _devices.Take(device);
        }

        foreach (var (index, stranger) in _strangers.Index())
        {
            if (stranger.Limiter.Take(stranger.Key(attempt)) is { } retryAt)
            {
                GiveBack(attempt, index);
                return retryAt;
            }
        }

        return null;
    }

    /// <summary>Forgives an attempt, because it succeeded or was not tried.</summary>
    internal void GiveBack(SignInAttempt attempt)
    {
        if (attempt.Device is { } device)
        {
            _devices.GiveBack(device);
            return;
        }

        GiveBack(attempt, _strangers.Length);
    }

    private void GiveBack(SignInAttempt attempt, int count)
    {
        foreach (var (limiter, key) in _strangers.Take(count))
        {
            limiter.GiveBack(key(attempt));
        }
    }
}

/// <summary>An attempt to sign in.</summary>
/// <param name="Name">The name that is tried, whether or not it exists.</param>
/// <param name="Network">The network of the client.</param>
/// <param name="Device">The device, if it has signed in under this name before.</param>
internal sealed record SignInAttempt(string Name, string Network, string? Device);
