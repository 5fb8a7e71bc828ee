using System.Text.Json;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>Who is at the other end of a socket: what the request for it says, or, before that, its <c>connection_init</c>.</summary>
internal sealed class SocketIdentity(HttpContext http, Authenticator authenticator, Rights rights) : IDisposable
{
    private readonly string? _authorization = http.Request.Headers.Authorization;
    private readonly string? _address = http.Connection.RemoteIpAddress?.ToString();
    private Rights.Watch? _watch;

    /// <summary>Who it is; nobody in particular until it is said.</summary>
    public Viewer Viewer { get; private set; } = Viewer.Nobody;

    /// <summary>Learns who it is; false if the token is not good.</summary>
    public async ValueTask<bool> TryLearnAsync(JsonElement message, CancellationToken cancellationToken)
    {
        if (await authenticator.ViewerOfAsync(AuthorizationIn(message) ?? _authorization, cancellationToken) is not { } viewer)
        {
            return false;
        }

        (Viewer, _watch) = (viewer with { Address = _address }, rights.Begin(viewer));
        return true;
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
    private static string? AuthorizationIn(JsonElement message) =>
        message.TryGetProperty("payload", out var payload)
        && payload.ValueKind == JsonValueKind.Object
        && (payload.TryGetProperty("Authorization", out var token) || payload.TryGetProperty("authorization", out token))
        && token.ValueKind == JsonValueKind.String
            ? token.GetString()
            : null;
}
