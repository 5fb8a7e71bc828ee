using GraphQL;
using GraphQL.Execution;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>A request that is none: it could not even be read.</summary>
internal sealed class BadRequest(string message) : RequestError(message);
