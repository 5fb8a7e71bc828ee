using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using GraphQL;
using GraphQL.Transport;
using Restaurant.Graph.Platform.Reading.Json;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>Whole messages over a socket, one writer at a time.</summary>
internal sealed class WebSocketConnection(WebSocket socket, IGraphQLTextSerializer serializer, int maxMessageBytes) : IDisposable
{
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(5);

    /// <summary>What a close frame has room for (RFC 6455, 5.5.1).</summary>
    private const int MaxReasonBytes = 123;

    private readonly SemaphoreSlim _writing = new(1, 1);

    /// <summary>The next message; null when the client has closed the socket.</summary>
    public async Task<JsonDocument?> ReceiveAsync()
    {
        using var message = new MemoryStream();
        var buffer = new byte[4096];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            message.Write(buffer, 0, part.Count);
            if (message.Length > maxMessageBytes)
            {
                throw new ProtocolViolation(CloseCode.MessageTooBig, $"Message larger than {maxMessageBytes} bytes");
            }

            if (part.EndOfMessage)
            {
                return part.MessageType == WebSocketMessageType.Text ? Parse(message) : throw Invalid();
            }
        }
    }

    /// <summary>Sends a message.</summary>
    public Task SendAsync(string type, string? id, object? payload, CancellationToken cancellationToken) =>
        SendAsync(Encoding.UTF8.GetBytes(serializer.Serialize(new OperationMessage { Type = type, Id = id, Payload = payload })), cancellationToken);

    /// <summary>Sends an answer of an operation.</summary>
    public async Task SendNextAsync(string id, Answer answer, CancellationToken cancellationToken)
    {
        using var message = new Utf8Buffer();
        message.Write("{\"type\":\"next\",\"id\":"u8);
        message.WriteString(Encoding.UTF8.GetBytes(id));
        message.Write(",\"payload\":"u8);
        new AnswerWriter(serializer).Write(answer, message);
        message.Write((byte)'}');
        await SendAsync(message.Memory, cancellationToken);
    }

    private async Task SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Closes the socket, without waiting long for a client that does not answer.</summary>
    /// <param name="status">The code to close with; empty if the client is gone.</param>
    /// <param name="reason">The reason to close with.</param>
    /// <param name="receiving">What reads the socket; it ends with the client's own close, unless it has ended before.</param>
    public async Task CloseAsync(WebSocketCloseStatus status, string reason, Task receiving)
    {
        using var timeout = new CancellationTokenSource(CloseTimeout);
        try
        {
            if (status != WebSocketCloseStatus.Empty && socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await SendCloseAsync(status, reason, timeout.Token);
                await receiving.WaitAsync(timeout.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await DrainAsync(timeout.Token);
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
        {
            // Nobody is there to close it with.
        }

        socket.Abort();
        await receiving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc />
    public void Dispose() => _writing.Dispose();

    private async Task SendCloseAsync(WebSocketCloseStatus status, string reason, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            await socket.CloseOutputAsync(status, Fitting(reason), cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    private static string Fitting(string reason)
    {
        while (Encoding.UTF8.GetByteCount(reason) > MaxReasonBytes)
        {
            reason = reason[..^(char.IsLowSurrogate(reason[^1]) ? 2 : 1)];
        }

        return reason;
    }

    private async Task DrainAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[256];
        while (socket.State == WebSocketState.CloseSent)
        {
            await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
        }
    }

    private static JsonDocument Parse(MemoryStream message)
    {
        try
        {
            return JsonDocument.Parse(message.GetBuffer().AsMemory(0, (int)message.Length));
        }
        catch (JsonException)
        {
            throw Invalid();
        }
    }

    private static ProtocolViolation Invalid() => new(CloseCode.BadMessage, "Invalid message received");
}
