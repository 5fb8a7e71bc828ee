using System.Runtime.CompilerServices;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Transport;
using GraphQL.Validation;
using GraphQLParser;
using GraphQLParser.AST;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Platform.Events;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Reading.Json;
using Restaurant.Graph.Platform.Reading.Plans;
using Restaurant.Graph.Platform.Reading.Sql;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>Answers operations by their plans.</summary>
internal sealed class PlanExecutor(
    PreparedDocuments documents,
    PlanReader reader,
    AnswerCache cache,
    IServiceScopeFactory scopes,
    IOptions<ReadingOptions> options,
    ILogger<PlanExecutor> logger)
{
    /// <summary>Answers a request; null where the engine has to, since there is an error to tell of, or something that plans do not express.</summary>
    public async ValueTask<Answer?> ExecuteAsync(
        string text, GraphQLRequest request, Func<OperationType, bool> isCarried, string? lastEventId, CancellationToken cancellationToken)
    {
        if (await documents.FindAsync(text, request.OperationName, request.Variables, cancellationToken) is not { } operation
            || !isCarried(operation.Kind)
            || await operation.CoerceAsync(request.Variables) is not { } variables
            || operation.PlanFor(variables) is not { } plan
            || (plan is QueryPlan && !options.Value.Plans))
        {
            return null;
        }

        var reading = new PlanRequest(operation.Document, variables, request.Variables, cancellationToken);
        try
        {
            return plan switch
            {
                QueryPlan { IsCacheable: true } query when options.Value.Cache => new Answer
                {
                    Kept = await cache.FindAsync(query, request.Variables, async () => await CopyAsync(reading, query)),
                    IsPublic = true,
                },
                QueryPlan query => new Answer { Json = await reader.ReadAsync(reading, query), IsPublic = query.IsPublic },
                MutationPlan mutation => await MutateAsync(reading, mutation),
                SubscriptionPlan subscription => await SubscribeAsync(reading, subscription, lastEventId),
                _ => null,
            };
        }
        catch (ExecutionError fault) when (fault.Code is ReadConnection.TimedOut)
        {
            return new Answer { Result = new ExecutionResult(fault) };
        }
        catch (Exception reason) when (reason is ExecutionError or NotPlannedException)
        {
            return null;
        }
    }

    private async ValueTask<ReadOnlyMemory<byte>> CopyAsync(PlanRequest request, QueryPlan plan)
    {
        using var json = await reader.ReadAsync(request, plan);
        return json.Span.ToArray();
    }

    private async Task<Answer> MutateAsync(PlanRequest request, MutationPlan plan)
    {
        // All arguments are looked at before anything is done.
        var arguments = plan.Fields.Select(field => request.ArgumentsOf(field.Selected)).ToList();
        var errors = new ExecutionErrors();
        var json = new Utf8Buffer();
        json.Write("{\"data\":"u8);
        foreach (var (index, field) in plan.Fields.Index())
        {
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                var payload = field.IsMutation
                    ? (Payload?)await field.Selected.Field.Resolver!.ResolveAsync(new ResolveFieldContext
                    {
                        Arguments = arguments[index],
                        RequestServices = scope.ServiceProvider,
                        CancellationToken = request.CancellationToken,
                    })
                    : null;
                await reader.ReadAsync(request, run => field.WriteAsync(run, payload, json));
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                errors.Add(ErrorOf(fault, request.Document, field.Selected));
            }
        }

        if (errors.Count == 0)
        {
            json.Write("}}"u8);
            return new Answer { Json = json };
        }

        json.Dispose();
        return new Answer { Result = new ExecutionResult { Executed = true, Errors = errors } };
    }

    private async Task<Answer> SubscribeAsync(PlanRequest request, SubscriptionPlan plan, string? lastEventId)
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
            return new Answer { Result = new ExecutionResult(ErrorOf(fault, request.Document, plan.Selected)) };
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
            throw ErrorOf(fault, request.Document, plan.Selected);
        }

        json.Dispose();
        return null;
    }

    private ExecutionError ErrorOf(Exception fault, GraphQLDocument document, SelectedField field)
    {
        if (fault is not ExecutionError error)
        {
            logger.LogError(fault, "A field failed at {Path}", field.Key);
            error = new UnhandledError($"Error trying to resolve field '{field.Key}'.", fault);
        }

        error.Path ??= [field.Key];
        error.AddLocation(GraphQLParser.Location.FromLinearPosition(document.Source, field.Ast.Location.Start));
        return error;
    }
}
