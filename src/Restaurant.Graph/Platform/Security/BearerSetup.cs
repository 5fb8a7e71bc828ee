using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Restaurant.Graph.Platform.Security;

/// <summary>How tokens are checked: ours by our keys, those of a provider by what it publishes.</summary>
internal sealed class BearerSetup(IOptions<AuthOptions> options, TimeProvider time) : IConfigureNamedOptions<JwtBearerOptions>
{
    /// <summary>The scheme of our own tokens.</summary>
    public const string Own = "Own";

    /// <summary>The scheme of a provider's tokens.</summary>
    public const string Provider = "Provider";

    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(5);

    /// <inheritdoc />
    public void Configure(JwtBearerOptions options) => Configure(Own, options);

    /// <inheritdoc />
    public void Configure(string? name, JwtBearerOptions bearer)
    {
        var auth = options.Value;
        bearer.MapInboundClaims = false;
        bearer.TokenValidationParameters = new TokenValidationParameters
        {
            ClockSkew = ClockSkew,
            RequireExpirationTime = true,
            LifetimeValidator = (notBefore, expires, _, _) => Begins(notBefore) && Ends(expires),
        };
        if (string.Equals(name, Provider, StringComparison.Ordinal))
        {
            bearer.Authority = auth.Authority?.ToString();
            bearer.Audience = auth.Audience;
            bearer.RequireHttpsMetadata = auth.RequireHttpsMetadata;
            return;
        }

        bearer.TokenValidationParameters.ValidIssuer = TokenIssuer.Name;
        bearer.TokenValidationParameters.ValidAudience = TokenIssuer.Name;
        bearer.TokenValidationParameters.ValidAlgorithms = [SecurityAlgorithms.HmacSha256];
        bearer.TokenValidationParameters.IssuerSigningKeys = [.. auth.SigningKeys.Select(SigningKey.Of)];
    }

    private bool Begins(DateTime? notBefore) => notBefore is not { } begin || begin <= (time.GetUtcNow() + ClockSkew).UtcDateTime;

    private bool Ends(DateTime? expires) => expires is { } end && end > (time.GetUtcNow() - ClockSkew).UtcDateTime;
}
