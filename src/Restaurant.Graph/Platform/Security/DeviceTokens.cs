using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Restaurant.Graph.Platform.Security;

/// <summary>Issues and validates device tokens: signed proof that a device has signed in before. They grant no access, since their audience is another.</summary>
public sealed class DeviceTokens(IOptions<AuthOptions> options, TimeProvider time)
{
    /// <summary>Longest token that is looked at, in characters.</summary>
    internal const int MaxLength = 2_000;

    private const string Audience = "device";
    private const string Device = "device";
    private const int DeviceBytes = 16;

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>Issues a token for a device.</summary>
    /// <param name="device">The device, or null for a new one.</param>
    /// <param name="viewer">The viewer who has signed in there.</param>
    /// <param name="lifetime">How long the token is valid.</param>
    /// <returns>The token; null where this server issues none.</returns>
    internal string? Issue(string? device, Viewer viewer, TimeSpan lifetime)
    {
        if (options.Value.SigningKeys is not [var key, ..])
        {
            return null;
        }

        var now = time.GetUtcNow();
        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = TokenIssuer.Name,
            Audience = Audience,
            IssuedAt = now.UtcDateTime,
            Expires = (now + lifetime).UtcDateTime,
            Claims = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                [ViewerClaims.Key] = viewer.Key,
                [ViewerClaims.Stamp] = viewer.Stamp ?? 0,
                [Device] = device ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(DeviceBytes)),
            },
            SigningCredentials = new SigningCredentials(SigningKey.Of(key), SecurityAlgorithms.HmacSha256),
        });
    }

    /// <summary>Reads a token; null if it is missing or not valid.</summary>
    internal async Task<KnownDevice?> ReadAsync(string? token)
    {
        if (token is not { Length: > 0 and <= MaxLength })
        {
            return null;
        }

        var result = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = TokenIssuer.Name,
            ValidAudience = Audience,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            IssuerSigningKeys = [.. options.Value.SigningKeys.Select(SigningKey.Of)],
            LifetimeValidator = (_, expires, _, _) => expires is { } end && end > time.GetUtcNow().UtcDateTime,
        });
        return result.IsValid && result.Claims.TryGetValue(Device, out var device) && device is string id
            ? new KnownDevice(id, NumberIn(result, ViewerClaims.Key), NumberIn(result, ViewerClaims.Stamp))
            : null;
    }

    private static long NumberIn(TokenValidationResult result, string claim) =>
        result.Claims.TryGetValue(claim, out var value) ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : 0;
}

/// <summary>A device that has signed in before.</summary>
/// <param name="Id">The device.</param>
/// <param name="Key">The key of the account that has signed in there.</param>
/// <param name="Stamp">The security stamp of the account at that time.</param>
internal sealed record KnownDevice(string Id, long Key, long Stamp);
