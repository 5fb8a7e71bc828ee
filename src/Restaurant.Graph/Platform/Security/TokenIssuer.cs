using GraphQL;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Restaurant.Graph.Platform.Security;

/// <summary>Makes the tokens of a restaurant that has no identity provider (RFC 7519).</summary>
public sealed class TokenIssuer(IOptions<AuthOptions> options, TimeProvider time)
{
    /// <summary>Who has made them, and for whom.</summary>
    internal const string Name = "restaurant";

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>A token for somebody.</summary>
    /// <exception cref="ExecutionError">There is no key to sign it with.</exception>
    public AccessToken Issue(Viewer viewer, TimeSpan lifetime)
    {
        if (options.Value.SigningKeys is not [var key, ..])
        {
            throw new ExecutionError("This server makes no tokens: they are got elsewhere.") { Code = "AUTH_NO_ISSUER" };
        }

        var now = time.GetUtcNow();
        var claims = new Dictionary<string, object>(StringComparer.Ordinal) { [ViewerClaims.Role] = viewer.Role, [ViewerClaims.Key] = viewer.Key };
        if (viewer.Name is { } name)
        {
            claims[ViewerClaims.Name] = name;
        }

        if (viewer.Stamp is { } stamp)
        {
            claims[ViewerClaims.Stamp] = stamp;
        }

        return new AccessToken
        {
            Role = viewer.Role,
            ExpiresAt = now + lifetime,
            Token = _handler.CreateToken(new SecurityTokenDescriptor
            {
                Issuer = Name,
                Audience = Name,
                IssuedAt = now.UtcDateTime,
                Expires = (now + lifetime).UtcDateTime,
                Claims = claims,
                SigningCredentials = new SigningCredentials(SigningKey.Of(key), SecurityAlgorithms.HmacSha256),
            }),
        };
    }
}
