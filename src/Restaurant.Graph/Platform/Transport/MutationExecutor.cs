using GraphQL;
using GraphQL.Execution;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Reading.Json;
using Restaurant.Graph.Platform.Reading.Plans;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>Does the mutations of an operation, one after the other, and reads their payloads by plans.</summary>
internal sealed class MutationExecutor(PlanReader reader, IServiceScopeFactory scopes, FieldFaults faults)
{
    /// <summary>Does them. What goes wrong with one is told of, and the others are done all the same.</summary>
    public async Task<Answer> ExecuteAsync(PlanRequest request, MutationPlan plan)
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
                errors.Add(faults.ErrorOf(fault, request.Document, field.Selected));
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
}
