using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>What the server takes from a connection, and for how long it waits. A body that comes too slowly is given up by the server itself.</summary>
internal sealed class KestrelSetup(IOptions<HttpOptions> options) : IConfigureOptions<KestrelServerOptions>
{
    /// <inheritdoc />
    public void Configure(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = options.Value.MaxBodyBytes;
        kestrel.Limits.RequestHeadersTimeout = options.Value.HeadersTimeout;
    }
}
