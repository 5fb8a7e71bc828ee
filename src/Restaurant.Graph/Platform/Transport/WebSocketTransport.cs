using System.Net.WebSockets;
using GraphQL;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Security;
using Restaurant.Graph.Platform.Telemetry;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>GraphQL over WebSocket: the subprotocol <c>graphql-transport-ws</c> (PROTOCOL.md of graphql-ws).</summary>
internal sealed class WebSocketTransport(
    RequestExecutor executor,
    RequestReader reader,
    AnswerWriter writer,
    IGraphQLTextSerializer serializer,
    Authenticator authenticator,
    Rights rights,
    StreamLimiters limiters,
    GraphTelemetry telemetry,
    IOptions<WebSocketLimits> limits,
    TimeProvider time,
    IHostApplicationLifetime lifetime)
{
    private const string Subprotocol = "graphql-transport-ws";

    /// <summary>Serves one socket until it closes.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        var isUnderstood = http.WebSockets.WebSocketRequestedProtocols.Contains(Subprotocol, StringComparer.Ordinal);
        using var socket = await http.WebSockets.AcceptWebSocketAsync(isUnderstood ? Subprotocol : null);
        var connection = new WebSocketConnection(socket, Gathering.StreamOf(http), serializer, limits.Value);
        if (!isUnderstood)
        {
            await connection.CloseAsync(CloseCode.SubprotocolNotAcceptable, "Subprotocol not acceptable", receiving: Task.CompletedTask);
            return;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        var identity = new SocketIdentity(http, authenticator, rights);
        await using var session = new WebSocketSession(
            connection, identity, executor, reader, writer, limiters.Starts, limits.Value, time);
        telemetry.Socket(+1);
        try
        {
            await session.RunAsync(stop.Token);
        }
        finally
        {
            telemetry.Socket(-1);
        }
    }
}
