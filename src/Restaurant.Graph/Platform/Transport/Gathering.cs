using Microsoft.AspNetCore.Http.Features;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>Puts a <see cref="GatheringStream"/> under the WebSocket that a request asks for, be it by HTTP/1.1 or by HTTP/2.</summary>
internal sealed class Gathering(IHttpUpgradeFeature? upgrade, IHttpExtendedConnectFeature? connect) : IHttpUpgradeFeature, IHttpExtendedConnectFeature
{
    private GatheringStream? _stream;

    /// <summary>What the socket of a request writes to, once it is accepted.</summary>
    public static GatheringStream StreamOf(HttpContext http) =>
        (http.Features.Get<IHttpUpgradeFeature>() as Gathering ?? http.Features.Get<IHttpExtendedConnectFeature>() as Gathering)?._stream
        ?? throw new InvalidOperationException("The request has no socket.");

    /// <summary>Gathers for every socket from here on.</summary>
    public static Task UseAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true } upgrade)
        {
            http.Features.Set<IHttpUpgradeFeature>(new Gathering(upgrade, connect: null));
        }
        else if (http.Features.Get<IHttpExtendedConnectFeature>() is { IsExtendedConnect: true } connect)
        {
            http.Features.Set<IHttpExtendedConnectFeature>(new Gathering(upgrade: null, connect));
        }

        return next(http);
    }

    /// <inheritdoc />
    public bool IsUpgradableRequest => upgrade?.IsUpgradableRequest ?? false;

    /// <inheritdoc />
    public bool IsExtendedConnect => connect?.IsExtendedConnect ?? false;

    /// <inheritdoc />
    public string? Protocol => connect?.Protocol;

    /// <inheritdoc />
    public async Task<Stream> UpgradeAsync() => _stream = new GatheringStream(await (upgrade?.UpgradeAsync() ?? throw new NotSupportedException()));

    /// <inheritdoc />
    public async ValueTask<Stream> AcceptAsync() => _stream = new GatheringStream(await (connect?.AcceptAsync() ?? throw new NotSupportedException()));
}
