using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using GraphQL.Transport;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>One socket: its handshake, and the operations it carries.</summary>
internal sealed class WebSocketSession(
    WebSocketConnection connection,
    SocketIdentity identity,
    RequestExecutor executor,
    RequestReader reader,
    AnswerWriter writer,
    FairLimiter starts,
    WebSocketLimits limits,
    TimeProvider time)
    : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, WebSocketOperation> _operations = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _initialised = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Serves the socket until the client leaves, breaks the protocol, has no right any more, or the server stops.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var receiving = ReceiveAllAsync(end.Token);
        var (status, reason) = await ReasonToCloseAsync(receiving, end.Token);
        await end.CancelAsync();
        var isHeard = !stop.IsCancellationRequested || await Farewell.TryTellAsync(connection, _operations);
        await connection.CloseAsync(isHeard ? status : WebSocketCloseStatus.Empty, reason, receiving);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var operation in _operations.Values)
        {
            await operation.StopAsync();
        }

        await Task.WhenAll(_operations.Values.Select(operation => operation.Completion));
        identity.Dispose();
        connection.Dispose();
    }

    private async Task<(WebSocketCloseStatus Status, string Reason)> ReasonToCloseAsync(Task receiving, CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAny(receiving, EndOfRightAsync(cancellationToken)).Unwrap();
            return (WebSocketCloseStatus.NormalClosure, "");
        }
        catch (ProtocolViolation violation)
        {
            return (violation.Status, violation.Message);
        }
        catch (OperationCanceledException)
        {
            return (CloseCode.GoingAway, "Going away");
        }
        catch (WebSocketException broken) when (broken.WebSocketErrorCode != WebSocketError.ConnectionClosedPrematurely)
        {
            // A frame broke RFC 6455. The socket has sent its Close frame with 1002 or 1007 already.
            return (WebSocketCloseStatus.ProtocolError, "");
        }
        catch (WebSocketException)
        {
            // The client is gone without a word, which is its right.
            return (WebSocketCloseStatus.Empty, "");
        }
        catch (Exception fault)
        {
            // As where the store cannot be asked about a token: clients of the protocol connect again after 1013, and not after 4500.
            return executor.Refuse(fault) is StoreError error ? (CloseCode.TryAgainLater, error.Message) : (CloseCode.InternalError, "Internal server error");
        }
    }

    private async Task EndOfRightAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _initialised.Task.WaitAsync(limits.InitTimeout, time, cancellationToken);
            await identity.EndAsync(cancellationToken);
            throw new ProtocolViolation(CloseCode.Forbidden, "Forbidden");
        }
        catch (TimeoutException)
        {
            throw new ProtocolViolation(CloseCode.InitTimeout, "Connection initialisation timeout");
        }
    }

    // Receiving is never canceled, since that would cut the socket before it could be closed; what still comes is no longer heeded.
    private async Task ReceiveAllAsync(CancellationToken cancellationToken)
    {
        while (await connection.ReceiveAsync() is { } message)
        {
            using (message)
            {
                if (!cancellationToken.IsCancellationRequested)
                {
                    await OnMessageAsync(message.RootElement, cancellationToken);
                }
            }
        }
    }

    private async Task OnMessageAsync(JsonElement message, CancellationToken cancellationToken)
    {
        switch (message.TextOf("type"))
        {
            case "connection_init" or "ping" or "pong" when !message.HasObjectOrNoPayload():
                throw new ProtocolViolation(CloseCode.BadMessage, "Message has a payload that is not an object");
            case "connection_init" when _initialised.Task.IsCompleted:
                throw new ProtocolViolation(CloseCode.TooManyRequests, "Too many initialisation requests");
            case "connection_init":
                if (!await identity.TryLearnAsync(message, cancellationToken))
                {
                    throw new ProtocolViolation(CloseCode.Forbidden, "Forbidden");
                }

                _initialised.TrySetResult();
                await connection.SendAsync("connection_ack", null, null, cancellationToken);
                break;
            case "ping":
                await connection.SendAsync("pong", null, null, cancellationToken);
                break;
            case "pong":
                break;
            case "subscribe" when !_initialised.Task.IsCompleted:
                throw new ProtocolViolation(CloseCode.Unauthorized, "Unauthorized");
            case "subscribe" when message.TextOf("id") is { Length: > 0 } id && message.TryGetProperty("payload", out var payload):
                Begin(id, Read(payload), cancellationToken);
                break;
            case "complete" when message.TextOf("id") is { } id:
                if (_operations.TryRemove(id, out var operation))
                {
                    await operation.StopAsync();
                }

                break;
            default:
                throw new ProtocolViolation(CloseCode.BadMessage, "Invalid message received");
        }
    }

    private void Begin(string id, GraphQLRequest request, CancellationToken cancellationToken)
    {
        if (_operations.Count >= limits.MaxOperations)
        {
            throw new ProtocolViolation(CloseCode.TooManyRequests, $"More than {limits.MaxOperations} operations");
        }

        var operation = new WebSocketOperation(id, connection, identity, executor, writer, starts, cancellationToken);
        if (!_operations.TryAdd(id, operation))
        {
            throw new ProtocolViolation(CloseCode.SubscriberExists, $"Subscriber for {id} already exists");
        }

        operation.Begin(request, () => _operations.TryRemove(KeyValuePair.Create(id, operation)));
    }

    private GraphQLRequest Read(JsonElement payload)
    {
        try
        {
            var request = reader.FromJson(payload);
            return request.HasDocument()
                ? request
                : throw new ProtocolViolation(CloseCode.BadMessage, "subscribe has no query and no documentId in its payload");
        }
        catch (BadRequest fault)
        {
            throw new ProtocolViolation(CloseCode.BadMessage, fault.Message);
        }
    }
}
