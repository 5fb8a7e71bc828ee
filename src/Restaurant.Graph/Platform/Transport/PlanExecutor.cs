using GraphQL;
using GraphQL.Transport;
using GraphQL.Validation;
using GraphQLParser.AST;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Platform.Events;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Reading.Json;
using Restaurant.Graph.Platform.Reading.Plans;
using Restaurant.Graph.Platform.Security;
using Restaurant.Graph.Platform.Telemetry;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>Answers operations by their plans.</summary>
internal sealed class PlanExecutor(
    PreparedDocuments documents,
    PlanReader reader,
    AnswerCache cache,
    CostGate gate,
    HeavyLane lane,
    MutationExecutor mutations,
    SubscriptionExecutor subscriptions,
    IOptions<ReadingOptions> options,
    FaultLog log)
{
    /// <summary>Answers a request; null where the engine has to, since there is an error to tell of, or something that plans do not express.</summary>
    public async ValueTask<Answer?> ExecuteAsync(
        string text, GraphQLRequest request, Viewer viewer, Func<OperationType, bool> isCarried, string? lastEventId, CancellationToken cancellationToken)
    {
        if (await documents.FindAsync(text, request.OperationName, request.Variables, viewer, cancellationToken) is not { } operation
            || !isCarried(operation.Kind)
            || await operation.CoerceAsync(request.Variables) is not { } variables
            || await operation.PlanForAsync(viewer, variables, cancellationToken) is not ({ } plan, { } cost, var language)
            || (plan is QueryPlan && !options.Value.Plans))
        {
            return null;
        }

        var reading = new PlanRequest(operation.Document, variables, request.Variables, viewer, language, cancellationToken);
        try
        {
            var costs = gate.Admit(cost, variables, request.Variables, viewer);
            var answer = plan switch
            {
                QueryPlan { IsCacheable: true } query when options.Value.Cache => new Answer { Kept = await cache.FindAsync(query, request.Variables) ?? await KeepAsync(reading, query, costs), IsPublic = true },
                QueryPlan query => new Answer
                {
                    Json = await (costs < HeavyLane.Heavy ? reader.ReadAsync(reading, query) : WaitAsync(reading, query, costs)),
                    IsPublic = query.IsPublic,
                },
                MutationPlan mutation => await mutations.ExecuteAsync(reading, mutation),
                SubscriptionPlan subscription => await subscriptions.ExecuteAsync(reading, subscription, lastEventId),
                _ => null,
            };
            answer?.Cost = costs;
            answer?.Language = language;
            return answer;
        }
        catch (ReadLimitError limit)
        {
            return new Answer { Result = new ExecutionResult(limit) { Executed = true } };
        }
        catch (Exception reason) when (reason is NotPlannedException or ExecutionError and not (CostError or LimitError or StoreError))
        {
            return null;
        }
        catch (Exception fault) when (plan is QueryPlan && fault is not (OperationCanceledException or CostError or LimitError) && StoreError.Of(fault) is null)
        {
            // A query can be answered in the other way; that this one failed is ours to mend.
            log.Write("A plan failed", fault);
            return null;
        }
    }

    private ValueTask<ReadOnlyMemory<byte>> KeepAsync(PlanRequest request, QueryPlan plan, double cost) =>
        cache.KeepAsync(plan, request.Inputs, () => lane.RunAsync(cost, () => CopyAsync(request, plan), request.CancellationToken));

    private ValueTask<Utf8Buffer> WaitAsync(PlanRequest request, QueryPlan plan, double cost) =>
        lane.RunAsync(cost, () => reader.ReadAsync(request, plan), request.CancellationToken);

    private async ValueTask<ReadOnlyMemory<byte>> CopyAsync(PlanRequest request, QueryPlan plan)
    {
        using var json = await reader.ReadAsync(request, plan);
        return json.Span.ToArray();
    }
}
