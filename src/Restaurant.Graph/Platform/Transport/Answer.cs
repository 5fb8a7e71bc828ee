using GraphQL;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>What became of a request.</summary>
/// <param name="Result">The result, or the streams of a subscription.</param>
/// <param name="IsPublic">Whether the answer is the same for everybody, so that caches may keep it.</param>
public sealed record Answer(ExecutionResult Result, bool IsPublic);
