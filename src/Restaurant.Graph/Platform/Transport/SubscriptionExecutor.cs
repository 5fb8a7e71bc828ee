using System.Runtime.CompilerServices;
using GraphQL;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Platform.Events;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Reading.Plans;
using Restaurant.Graph.Platform.Security;
using Restaurant.Graph.Platform.Telemetry;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>Follows events, together with all who follow the same.</summary>
internal sealed class SubscriptionExecutor(
    PlanReader reader,
    EventTail tail,
    LogPosition position,
    VisibilityRules rules,
    IServiceProvider services,
    IGraphQLTextSerializer serializer,
    FieldFaults faults,
    StreamLimiters limiters,
    GraphTelemetry telemetry,
    IOptions<EventOptions> options)
{
    /// <summary>Begins to follow.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="plan">What is read of each event.</param>
    /// <param name="lastEventId">A cursor of the transport's own, which goes before that of the argument.</param>
    public async Task<Answer> ExecuteAsync(PlanRequest request, SubscriptionPlan plan, string? lastEventId)
    {
        var context = request.ContextOf(plan.Selected, services);
        try
        {
            var after = (lastEventId ?? context.GetArgument<string?>(EventQuery.After)) is { } cursor ? EventCursor.Parse(cursor) : (long?)null;
            if (plan.Query.IsOfOne && !await ExistsAsync(request, plan, context))
            {
                throw new ExecutionError("There is nothing to follow under this id.") { Code = "NOT_FOUND" };
            }

            return new Answer { Stream = FollowAsync(request, plan, context, after) };
        }
        catch (ExecutionError fault)
        {
            return new Answer { Result = new ExecutionResult(faults.ErrorOf(fault, request.Document, plan.Selected)) };
        }
    }

    private async ValueTask<bool> ExistsAsync(PlanRequest request, SubscriptionPlan plan, IResolveFieldContext context)
    {
        using var turn = await limiters.CatchUp.EnterAsync(request.Viewer, request.CancellationToken);
        return await plan.Query.LatestAsync(context, request.CancellationToken) is not null;
    }

    private async IAsyncEnumerable<Message> FollowAsync(
        PlanRequest request, SubscriptionPlan plan, IResolveFieldContext context, long? after, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // What is shared outlives the one who asked for it first.
        var shared = request with { CancellationToken = CancellationToken.None };
        var rendering = new EventRendering(reader, serializer, faults, telemetry, limiters, shared, plan);
        var key = FeedKey.Of(plan, request, rules.IsPersonal(request.Viewer.Role) ? request.Viewer.Key : 0, options.Value.Shared);
        var feed = tail.TryJoin(key) ?? await JoinAsync();
        telemetry.Stream(+1);
        try
        {
            var following = new Following(plan.Query, context, feed, position, limiters.CatchUp, rendering.RenderMissedAsync, rendering.Resync);
            await foreach (var message in following.MessagesAsync(after, cancellationToken))
            {
                yield return message;
            }
        }
        finally
        {
            telemetry.Stream(-1);
            tail.Leave(key);
        }

        async Task<Feed> JoinAsync()
        {
            using var turn = await limiters.CatchUp.EnterAsync(request.Viewer, cancellationToken);
            var matches = await plan.Query.MatcherAsync(context);
            return await tail.JoinAsync(key, start => new Feed(matches, rendering.RenderAsync, start, options.Value.MaxBuffered), cancellationToken);
        }
    }
}
