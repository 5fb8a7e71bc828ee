using System.Text;
using GraphQL;
using Restaurant.Graph.Platform.Events;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Reading.Json;
using Restaurant.Graph.Platform.Reading.Plans;
using Restaurant.Graph.Platform.Storage;
using Restaurant.Graph.Platform.Telemetry;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>Makes the messages of one subscription: each read by its plan at the moment it is delivered first.</summary>
internal sealed class EventRendering(
    PlanReader reader,
    IGraphQLTextSerializer serializer,
    FieldFaults faults,
    GraphTelemetry telemetry,
    StreamLimiters limiters,
    PlanRequest request,
    SubscriptionPlan plan)
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(250);

    /// <summary>Renders the message of an event as it happens, for all subscribers; null if it may not be seen.</summary>
    public ValueTask<Message?> RenderAsync(long number) => RenderAsync(number, limiters.Live, CancellationToken.None);

    /// <summary>Renders the message of an earlier event for one stream; null if it may not be seen.</summary>
    public ValueTask<Message?> RenderMissedAsync(long number, CancellationToken cancellationToken) =>
        RenderAsync(number, limiters.CatchUp, cancellationToken);

    // While the store cannot be reached, it waits: nothing is lost to a stream by that.
    private async ValueTask<Message?> RenderAsync(long number, FairLimiter limiter, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                // Each connection has its own viewer, which makes the limiter fair to connections.
                return await limiter.RunAsync(request.Viewer, () => RenderOnceAsync(number), cancellationToken);
            }
            catch (Exception fault) when (PostgreSqlFaults.IsPassing(fault))
            {
                await Task.Delay(BetweenTries, cancellationToken);
            }
        }
    }

    private async ValueTask<Message?> RenderOnceAsync(long number)
    {
        using var json = new Utf8Buffer();
        try
        {
            var isVisible = false;
            await reader.ReadAsync(request, !plan.IsOneStatement, async run => isVisible = await plan.WriteAsync(run, number, json));
            return isVisible ? new Message(number, json.Span.ToArray()) : null;
        }
        catch (Exception fault) when (!request.CancellationToken.IsCancellationRequested && !PostgreSqlFaults.IsPassing(fault))
        {
            var error = faults.ErrorOf(fault, request.Document, plan.Selected);
            telemetry.Refuse(ErrorCodes.CodeOf(error));
            return new Message(number, Written(error, isExecuted: true), IsFault: true);
        }
    }

    /// <summary>The message that tells of lost events, beside the state there is.</summary>
    public Message Resync(long number, Message? state)
    {
        var error = new ExecutionError("The log no longer holds all that has happened since the cursor. Read anew what you show; the stream goes on from here.")
        {
            Code = "RESYNC_REQUIRED",
            Path = [plan.Selected.Key],
        };
        var errors = Written(error, isExecuted: state is not { IsFault: false });
        return new Message(number, state is { IsFault: false } ? (byte[])[.. state.Json.Span[..^1], (byte)',', .. errors.AsSpan(1)] : errors);
    }

    private byte[] Written(ExecutionError error, bool isExecuted) =>
        Encoding.UTF8.GetBytes(serializer.Serialize(new ExecutionResult { Executed = isExecuted, Errors = [error] }));
}
