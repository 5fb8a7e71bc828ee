using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Platform.Reading;

namespace Restaurant.Graph.Platform.Security;

/// <summary>Finds out who asks. Tokens that were found good are remembered, since to check a signature costs more than most requests.</summary>
internal sealed class Authenticator(IServiceScopeFactory scopes, IOptions<AuthOptions> options, Rights rights)
{
    private const int MaxLength = 8 * 1024;

    private readonly BoundedCache<string, Viewer> _known = new(options.Value.MaxKnownTokens, StringComparer.Ordinal);

    /// <summary>Who makes a request; null if the token that comes with it is not good, for whatever reason.</summary>
    public async ValueTask<Viewer?> ViewerOfAsync(HttpContext http) =>
        // An address is written down in many places, so a token in it is a token that was given away.
        (!http.Request.QueryString.HasValue || !http.Request.Query.ContainsKey("access_token"))
        && await ViewerOfAsync(http.Request.Headers.Authorization, http.RequestAborted) is { } viewer
            ? Caller.Of(http, viewer)
            : null;

    /// <summary>Who brings a token; null if it is not good, for whatever reason.</summary>
    /// <param name="authorization">The value of the header <c>Authorization</c>; nobody in particular asks without.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    public async ValueTask<Viewer?> ViewerOfAsync(string? authorization, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(authorization))
        {
            return Viewer.Nobody;
        }

        if (authorization.Length > MaxLength)
        {
            return null;
        }

        if (_known.Find(authorization) is not { } viewer)
        {
            if (await CheckAsync(authorization) is not { } found)
            {
                return null;
            }

            _known.Keep(authorization, viewer = found);
        }

        return await rights.StandsAsync(viewer, cancellationToken) ? viewer : null;
    }

    // Sockets bring their token in a message; so that all are checked in one way, it is put where the framework looks for it.
    private async Task<Viewer?> CheckAsync(string authorization)
    {
        await using var scope = scopes.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.Request.Headers.Authorization = authorization;
        if (options.Value.SigningKeys.Count > 0 && await http.AuthenticateAsync(BearerSetup.Own) is { Succeeded: true } own)
        {
            return ViewerClaims.Read(own.Principal, ViewerClaims.Role, isOwn: true, own.Properties.ExpiresUtc);
        }

        return options.Value.Authority is not null && await http.AuthenticateAsync(BearerSetup.Provider) is { Succeeded: true } other
            ? ViewerClaims.Read(other.Principal, options.Value.RoleClaim, isOwn: false, other.Properties.ExpiresUtc)
            : null;
    }
}
