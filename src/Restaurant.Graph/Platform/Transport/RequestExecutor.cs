using System.Diagnostics;
using GraphQL;
using GraphQL.Transport;
using GraphQLParser.AST;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Security;
using Restaurant.Graph.Platform.Telemetry;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>Answers one operation: by its plan, or, where it has none, by the engine.</summary>
internal sealed class RequestExecutor(PersistedDocuments persisted, PlanExecutor plans, EngineExecutor engine, GraphTelemetry telemetry, ExceptionMapper mapper, IOptions<LimitOptions> limits)
{
    /// <summary>Executes a request. What goes wrong is in the result; only cancellation is thrown.</summary>
    /// <param name="request">The request.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="isCarried">Which kinds of operation the way it came carries.</param>
    /// <param name="lastEventId">The cursor at which a stream is to be resumed, where the transport has one of its own.</param>
    /// <param name="cancellationToken">Stops the execution and its SQL.</param>
    public ValueTask<Answer> ExecuteAsync(
        GraphQLRequest request, Viewer viewer, Func<OperationType, bool> isCarried, string? lastEventId, CancellationToken cancellationToken) => telemetry.IsOn
        ? WatchAsync(request, viewer, isCarried, lastEventId, cancellationToken)
        : AnswerAsync(request, viewer, isCarried, lastEventId, cancellationToken);

    // Apart from what calls it, which makes no closure where nobody listens.
    private ValueTask<Answer> WatchAsync(
        GraphQLRequest request, Viewer viewer, Func<OperationType, bool> isCarried, string? lastEventId, CancellationToken cancellationToken) =>
        telemetry.OfAsync(request, () => AnswerAsync(request, viewer, isCarried, lastEventId, cancellationToken));

    private async ValueTask<Answer> AnswerAsync(
        GraphQLRequest request, Viewer viewer, Func<OperationType, bool> isCarried, string? lastEventId, CancellationToken cancellationToken)
    {
        try
        {
            VariableCheck.Run(request.Variables, limits.Value);
            var text = persisted.DocumentOf(request);
            var planned = text is null ? null : await plans.ExecuteAsync(text, request, viewer, isCarried, lastEventId, cancellationToken);
            return planned ?? await engine.ExecuteAsync(text, request, viewer, isCarried, cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            return new Answer { Result = new ExecutionResult(mapper.Map(fault, "An operation failed")) };
        }
    }

    /// <summary>Maps what ends a stream or a connection to the error that the client gets, and counts it.</summary>
    public ExecutionError Refuse(Exception fault) => mapper.Refuse(fault, "A stream or connection ended", Stopwatch.GetTimestamp());
}
