using System.Net.WebSockets;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>Why a socket is closed, by the codes of the protocol.</summary>
internal static class CloseCode
{
    public const WebSocketCloseStatus GoingAway = WebSocketCloseStatus.EndpointUnavailable;
    public const WebSocketCloseStatus MessageTooBig = WebSocketCloseStatus.MessageTooBig;
    public const WebSocketCloseStatus TryAgainLater = (WebSocketCloseStatus)1013;
    public const WebSocketCloseStatus BadMessage = (WebSocketCloseStatus)4400;
    public const WebSocketCloseStatus Unauthorized = (WebSocketCloseStatus)4401;
    public const WebSocketCloseStatus Forbidden = (WebSocketCloseStatus)4403;
    public const WebSocketCloseStatus SubprotocolNotAcceptable = (WebSocketCloseStatus)4406;
    public const WebSocketCloseStatus InitTimeout = (WebSocketCloseStatus)4408;
    public const WebSocketCloseStatus SubscriberExists = (WebSocketCloseStatus)4409;
    public const WebSocketCloseStatus TooManyRequests = (WebSocketCloseStatus)4429;
    public const WebSocketCloseStatus InternalError = (WebSocketCloseStatus)4500;
}

/// <summary>A client that breaks the protocol, which ends its socket.</summary>
internal sealed class ProtocolViolation(WebSocketCloseStatus status, string reason) : Exception(reason)
{
    /// <summary>The code to close with.</summary>
    public WebSocketCloseStatus Status { get; } = status;
}
