using System.Buffers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using GraphQL;
using GraphQL.Transport;
using Restaurant.Graph.Platform.Reading.Json;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>Whole messages over a socket, one writer at a time.</summary>
/// <param name="socket">The socket.</param>
/// <param name="stream">What it writes to.</param>
/// <param name="serializer">Writes what is no message yet.</param>
/// <param name="limits">Its bounds.</param>
internal sealed class WebSocketConnection(WebSocket socket, GatheringStream stream, IGraphQLTextSerializer serializer, WebSocketLimits limits) : IDisposable
{
    /// <summary>How many bytes of messages are sent together at the most.</summary>
    private const int MaxGathered = 64 * 1024;

    /// <summary>How long a client may take to say goodbye.</summary>
    public static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(5);

    /// <summary>What a close frame has room for (RFC 6455, 5.5.1).</summary>
    private const int MaxReasonBytes = 123;

    private readonly SemaphoreSlim _writing = new(1, 1);

    /// <summary>The next message; null when the client has closed the socket.</summary>
    public async Task<JsonDocument?> ReceiveAsync()
    {
        // Waits without memory of its own: most of the time most sockets have nothing to say.
        var part = await socket.ReceiveAsync(Memory<byte>.Empty, CancellationToken.None);
        using var message = new MemoryStream();
        using var buffer = MemoryPool<byte>.Shared.Rent(4096);
        while (part.MessageType != WebSocketMessageType.Close)
        {
            message.Write(buffer.Memory.Span[..part.Count]);
            if (message.Length > limits.MaxMessageBytes)
            {
                throw new ProtocolViolation(CloseCode.MessageTooBig, $"Message larger than {limits.MaxMessageBytes} bytes");
            }

            if (part.EndOfMessage)
            {
                return part.MessageType == WebSocketMessageType.Text ? Parse(message) : throw Invalid();
            }

            part = await socket.ReceiveAsync(buffer.Memory, CancellationToken.None);
        }

        return null;
    }

    /// <summary>Sends a message.</summary>
    public ValueTask SendAsync(string type, string? id, object? payload, CancellationToken cancellationToken) =>
        SendAsync(Encoding.UTF8.GetBytes(serializer.Serialize(new OperationMessage { Type = type, Id = id, Payload = payload })), hasNext: false, cancellationToken);

    /// <summary>Sends an answer of an operation.</summary>
    /// <param name="id">The id of the operation, as UTF-8.</param>
    /// <param name="json">The answer.</param>
    /// <param name="hasNext">Whether another message follows at once, so that both can be sent together.</param>
    /// <param name="cancellationToken">Gives it up before it is begun.</param>
    public async ValueTask SendNextAsync(byte[] id, ReadOnlyMemory<byte> json, bool hasNext, CancellationToken cancellationToken)
    {
        using var message = new Utf8Buffer();
        message.Write("{\"type\":\"next\",\"id\":"u8);
        message.WriteString(id);
        message.Write(",\"payload\":"u8);
        message.Write(json.Span);
        message.Write((byte)'}');
        await SendAsync(message.Memory, hasNext, cancellationToken);
    }

    private async ValueTask SendAsync(ReadOnlyMemory<byte> message, bool hasNext, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            stream.IsGathering = hasNext && stream.Gathered < MaxGathered;

            // A message that is begun is sent whole, or the socket is of no use any more.
            var sending = socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
            await (sending.IsCompleted ? sending : new ValueTask(sending.AsTask().WaitAsync(limits.SendTimeout)));
        }
        catch (TimeoutException nobody)
        {
            // Nobody reads. Whoever that is has the cursor of what they read last, and can go on from there.
            socket.Abort();
            throw new WebSocketException(WebSocketError.ConnectionClosedPrematurely, nobody);
        }
        finally
        {
            stream.IsGathering = false;
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
            else if (status == WebSocketCloseStatus.ProtocolError)
            {
                await stream.DrainAsync(timeout.Token);
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
