using System.Runtime.CompilerServices;
using GraphQL;
using Restaurant.Graph.Platform.Events;
using Restaurant.Graph.Platform.Reading.Json;
using Restaurant.Graph.Platform.Reading.Plans;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>Follows events, and reads each by a plan at the moment it is delivered.</summary>
internal sealed class SubscriptionExecutor(PlanReader reader, IServiceScopeFactory scopes, FieldFaults faults)
{
    /// <summary>Begins to follow.</summary>
    public async Task<Answer> ExecuteAsync(PlanRequest request, SubscriptionPlan plan, string? lastEventId)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = new ResolveFieldContext
        {
            Arguments = request.ArgumentsOf(plan.Selected),
            RequestServices = scope.ServiceProvider,
            CancellationToken = request.CancellationToken,
        };
        try
        {
            var events = (EventSource)plan.Selected.Field.StreamResolver!;
            var numbers = await events.FollowAsync(context, lastEventId);
            return new Answer { Stream = AnswersAsync(request, plan, numbers, request.CancellationToken) };
        }
        catch (ExecutionError fault)
        {
            return new Answer { Result = new ExecutionResult(faults.ErrorOf(fault, request.Document, plan.Selected)) };
        }
    }

    private async IAsyncEnumerable<Answer> AnswersAsync(
        PlanRequest request, SubscriptionPlan plan, IAsyncEnumerable<long> numbers, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var number in numbers.WithCancellation(cancellationToken))
        {
            if (await AnswerAsync(request, plan, number) is { } answer)
            {
                yield return answer;
            }
        }
    }

    private async ValueTask<Answer?> AnswerAsync(PlanRequest request, SubscriptionPlan plan, long number)
    {
        var json = new Utf8Buffer();
        try
        {
            var isVisible = false;
            await reader.ReadAsync(request, async run => isVisible = await plan.WriteAsync(run, number, json));
            if (isVisible)
            {
                return new Answer { Json = json, Event = number };
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            json.Dispose();
            var errors = new ExecutionErrors { faults.ErrorOf(fault, request.Document, plan.Selected) };
            return new Answer { Result = new ExecutionResult { Executed = true, Errors = errors }, Event = number };
        }

        json.Dispose();
        return null;
    }
}
