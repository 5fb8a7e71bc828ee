namespace Restaurant.Graph.Platform.Transport;

/// <summary>
/// Decides whether plain requests are redirected to HTTPS: only where this server has an HTTPS address, or is told the port of one. Behind a proxy
/// with TLS there is none, and the framework's middleware would warn that it cannot determine the port.
/// </summary>
internal sealed class HttpsRedirect(WebApplication app)
{
    private static readonly string[] Ports = ["https_port", "ANCM_HTTPS_PORT"];

    // Known once the server listens, which it does before the first request.
    private readonly Lazy<bool> _hasHttps = new(() =>
        Ports.Any(name => !string.IsNullOrEmpty(app.Configuration[name])) || app.Urls.Any(static url => url.StartsWith("https:", StringComparison.OrdinalIgnoreCase)));

    /// <summary>Whether a request is redirected if it came over plain HTTP.</summary>
    public bool IsWanted(HttpContext http) => !http.Request.IsHttps && _hasHttps.Value;
}
