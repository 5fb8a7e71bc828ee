using GraphQL;
using GraphQLParser.AST;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>An operation of a kind that the way it came does not carry.</summary>
public sealed class OperationNotAllowedError : ExecutionError
{
    internal OperationNotAllowedError(OperationType operation)
        : base(MessageOf(operation))
    {
        Code = "OPERATION_NOT_ALLOWED";
        IsForWantOfStream = operation is OperationType.Subscription;
    }

    /// <summary>Whether the operation needs a stream, which the client does not accept; otherwise it needs another method.</summary>
    internal bool IsForWantOfStream { get; }

    private static string MessageOf(OperationType operation) => operation is OperationType.Subscription
        ? "A subscription needs a stream: send the header Accept: text/event-stream, or use a WebSocket. A batch has none."
        : $"A {operation.ToString().ToLowerInvariant()} cannot be sent by GET: send it by POST.";
}
