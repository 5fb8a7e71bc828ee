using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>Decides which origins may use the API, and logs refused ones with the setting that allows them.</summary>
internal sealed class CorsOrigins(IOptions<CorsSettings> options, TimeProvider time, ILogger<CorsOrigins> logger)
{
    private const int MaxLogged = 20;

    private static readonly TimeSpan LogInterval = TimeSpan.FromMinutes(10);

    private readonly HashSet<string> _listed = options.Value.Origins.ToHashSet(StringComparer.OrdinalIgnoreCase);
    private readonly Lock _lock = new();
    private readonly HashSet<string> _logged = new(StringComparer.OrdinalIgnoreCase);
    private DateTimeOffset _logBegan = time.GetUtcNow();

    /// <summary>Whether pages of any other origin are allowed, so that responses vary by origin.</summary>
    public bool AreAnyAllowed => _listed.Count > 0 || options.Value.AllowPrivateOrigins is true;

    /// <summary>Whether pages of an origin are allowed.</summary>
    public bool IsAllowed(string origin) =>
        _listed.Contains(origin)
        || (options.Value.AllowPrivateOrigins is true
            && Uri.TryCreate(origin, UriKind.Absolute, out var address)
            && IsPrivate(address));

    /// <summary>Logs a refused origin: a line for each origin and interval, and a bounded number of origins.</summary>
    public void LogRefused(string origin)
    {
        // Other text of a client does not belong in a log.
        if (!Uri.TryCreate(origin, UriKind.Absolute, out var address) || address.Host.Length == 0)
        {
            return;
        }

        var page = address.GetLeftPart(UriPartial.Authority);
        if (ShouldLog(page))
        {
            logger.LogWarning(
                "A page of {Origin} was refused. If it is yours, allow it by --Cors:Origins:{Index}={Setting}",
                page,
                options.Value.Origins.Count,
                page);
        }
    }

    private bool ShouldLog(string origin)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            if (now - _logBegan >= LogInterval)
            {
                _logged.Clear();
                _logBegan = now;
            }

            return _logged.Count < MaxLogged && _logged.Add(origin);
        }
    }

    private static bool IsPrivate(Uri origin)
    {
        if (origin.IsLoopback || origin.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        return IPAddress.TryParse(origin.DnsSafeHost, out var address) && IsPrivate(address);
    }

    // RFC 1918 and RFC 3927; for IPv6, RFC 4193 and RFC 4291.
    private static bool IsPrivate(IPAddress address) => address.AddressFamily == AddressFamily.InterNetworkV6
        ? address.IsIPv6UniqueLocal || address.IsIPv6LinkLocal
        : address.GetAddressBytes() is [10, ..] or [172, >= 16 and <= 31, ..] or [192, 168, ..] or [169, 254, ..];
}
