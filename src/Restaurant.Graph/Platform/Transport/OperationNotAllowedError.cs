using GraphQL;
using GraphQLParser.AST;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>An operation of a kind that the way it came does not carry.</summary>
public sealed class OperationNotAllowedError : ExecutionError
{
    internal OperationNotAllowedError(OperationType operation)
        : base($"A {operation.ToString().ToLowerInvariant()} cannot be sent this way: GET carries queries only, and subscriptions need a stream.") =>
        Code = "OPERATION_NOT_ALLOWED";
}
