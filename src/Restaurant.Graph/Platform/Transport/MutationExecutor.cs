using System.Text;
using GraphQL;
using GraphQL.Execution;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Reading.Json;
using Restaurant.Graph.Platform.Reading.Plans;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>Does the mutations of an operation, one after the other, and reads their payloads by plans.</summary>
internal sealed class MutationExecutor(PlanReader reader, IServiceProvider services, IGraphQLTextSerializer serializer, FieldFaults faults, IOptions<ReadingOptions> options)
{
    /// <summary>Does them. What goes wrong with one is told of, and the others are done all the same.</summary>
    public async Task<Answer> ExecuteAsync(PlanRequest request, MutationPlan plan)
    {
        // All arguments are looked at before anything is done.
        var calls = plan.Fields.Select(field => request.ContextOf(field.Selected, services)).ToList();
        var (failed, isDone, errors, refusals) = (false, false, new ExecutionErrors(), new List<string>());
        var json = new Utf8Buffer(options.Value.MaxAnswerBytes);
        json.Write("{\"data\":"u8);
        foreach (var (index, field) in plan.Fields.Index())
        {
            var isStored = false;
            try
            {
                var payload = field.IsMutation ? (Payload?)await field.Selected.Field.Resolver!.ResolveAsync(calls[index]) : null;
                isStored = payload is { Errors.Count: 0 };
                isDone |= isStored;
                refusals.AddRange(payload?.Errors?.Select(static error => error.Code) ?? []);
                Exception? missing = null;
                await reader.ReadAsync(request, !field.IsOneStatement, async run => missing = await field.WriteAsync(run, payload, json));
                if (missing is not null)
                {
                    errors.Add(faults.ErrorOf(StoreError.OfPayload(missing) ?? missing, request.Document, field.Selected));
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                failed = true;
                errors.Add(faults.ErrorOf(isStored ? StoreError.OfPayload(fault) ?? fault : fault, request.Document, field.Selected));
            }
        }

        if (failed)
        {
            json.Dispose();

            // Where the store has done nothing for any of them, the whole request can be sent again.
            var isExecuted = isDone || errors.Any(static error => error is not StoreError { IsNothingStored: true });
            return new Answer { Result = new ExecutionResult { Executed = isExecuted, Errors = errors }, Refusals = refusals };
        }

        json.Write(JsonNames.End(calls.Count == 0));
        if (errors.Count > 0)
        {
            json.Write((byte)',');
            json.Write(Encoding.UTF8.GetBytes(serializer.Serialize(new ExecutionResult { Errors = errors })).AsSpan(1));
        }
        else
        {
            json.Write((byte)'}');
        }

        refusals.AddRange(errors.Select(ErrorCodes.CodeOf));
        return new Answer { Json = json, Refusals = refusals };
    }
}
