using System.Text.Json;
using GraphQL.Transport;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>Who is at the other end of a socket: what its <c>connection_init</c> says, or else the request for it.</summary>
internal sealed class SocketIdentity(HttpContext http, Authenticator authenticator, Rights rights) : IDisposable
{
    private readonly string? _authorization = http.Request.Headers.Authorization;
    private readonly string? _acceptLanguage = http.Request.Headers.AcceptLanguage;
    private readonly string? _address = http.Connection.RemoteIpAddress?.ToString();
    private readonly string? _network = ClientNetwork.From(http.Connection.RemoteIpAddress);
    private Rights.Watch? _watch;

    /// <summary>Who it is; nobody in particular until it is said.</summary>
    public Viewer Viewer { get; private set; } = Viewer.Nobody;

    /// <summary>Learns who it is; false if the token is not good.</summary>
    public async ValueTask<bool> TryLearnAsync(JsonElement message, CancellationToken cancellationToken)
    {
        // Clients write it in either way.
        if (await authenticator.ViewerOfAsync(TextIn(message, "Authorization") ?? TextIn(message, "authorization") ?? _authorization, cancellationToken) is not { } viewer)
        {
            return false;
        }

        (Viewer, _watch) = (viewer with { Address = _address, Network = _network, AcceptLanguage = TextIn(message, "acceptLanguage") ?? _acceptLanguage }, rights.Begin(viewer));
        return true;
    }

    /// <summary>
    /// Authenticates one operation by the token in its <c>extensions.authorization</c>, so that a client can open a socket
    /// before it has a token. Without one the operation uses the identity of the socket.
    /// </summary>
    /// <returns>The identity, which has to be disposed; null if the token is not valid.</returns>
    public async ValueTask<OperationIdentity?> ForOperationAsync(GraphQLRequest request, CancellationToken cancellationToken)
    {
        var (isGiven, token) = AuthorizationOf(request);
        if (!isGiven)
        {
            return new OperationIdentity(Viewer, Watch: null);
        }

        if (token is null)
        {
            return null;
        }

        var viewer = await authenticator.ViewerOfAsync(token, cancellationToken);
        return viewer is null
            ? null
            : new OperationIdentity(viewer with { Address = _address, AcceptLanguage = Viewer.AcceptLanguage }, rights.Begin(viewer));
    }

    /// <summary>Waits until the right has ended.</summary>
    public Task EndAsync(CancellationToken cancellationToken)
    {
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _watch?.Ended.UnsafeRegister(static end => ((TaskCompletionSource)end!).TrySetResult(), end);
        return end.Task.WaitAsync(cancellationToken);
    }

    /// <inheritdoc />
    public void Dispose() => _watch?.Dispose();

    // Clients write it in either way.
    private static (bool IsGiven, string? Token) AuthorizationOf(GraphQLRequest request)
    {
        if (request.Extensions is not { } extensions)
        {
            return (false, null);
        }

        var isGiven = extensions.TryGetValue("authorization", out var value) || extensions.TryGetValue("Authorization", out value);
        return (isGiven, value as string);
    }

    private static string? TextIn(JsonElement message, string name) =>
        message.TryGetProperty("payload", out var payload) ? payload.TextOf(name) : null;
}
