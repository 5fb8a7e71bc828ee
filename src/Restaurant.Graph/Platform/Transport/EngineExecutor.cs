using GraphQL;
using GraphQL.Execution;
using GraphQL.Transport;
using GraphQL.Types;
using GraphQLParser.AST;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Localization;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Security;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>Has the engine execute one operation, in a scope of its own: introspection, and whatever is wrong in some way.</summary>
internal sealed class EngineExecutor(IDocumentExecuter executer, ISchema schema, IServiceScopeFactory scopes, FieldFaults faults, CostGate costs, HeavyLane lane, Languages languages, IOptions<LimitOptions> limits, ExceptionMapper mapper)
{
    /// <summary>Executes a request. What goes wrong is in the result; only cancellation is thrown.</summary>
    /// <param name="text">The document; null if there is none, which is an error to tell of.</param>
    /// <param name="request">What was asked for with it.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="isCarried">Which kinds of operation the way it came carries.</param>
    /// <param name="cancellationToken">Stops the execution.</param>
    public async Task<Answer> ExecuteAsync(
        string? text, GraphQLRequest request, Viewer viewer, Func<OperationType, bool> isCarried, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var admission = new Admission(viewer, isCarried, faults, costs, limits.Value, scope.ServiceProvider.GetRequiredService<DbContext>());
        var execution = new ExecutionOptions
        {
            Schema = schema,
            Query = text,
            OperationName = request.OperationName,
            Variables = request.Variables,
            Extensions = request.Extensions,
            RequestServices = scope.ServiceProvider,
            UserContext = viewer.Context,
            CancellationToken = cancellationToken,
            UnhandledExceptionDelegate = MapAsync,
        };
        execution.Listeners.Add(admission);
        var result = await lane.RunAsync(text?.Length ?? 0, async () => await executer.ExecuteAsync(execution), cancellationToken);
        Shorten(result);
        var language = admission.IsTranslated ? await languages.ForAsync(viewer.AcceptLanguage) : null;
        return new Answer { Result = result, IsPublic = admission.IsPublic, Cost = admission.Cost, Language = language };
    }

    // One fault is often told of many times.
    private void Shorten(ExecutionResult result)
    {
        if (result is { Executed: false, Errors: { } errors } && errors.Count > limits.Value.MaxValidationErrors)
        {
            result.Errors = [.. errors.Take(limits.Value.MaxValidationErrors)];
        }
    }

    // The path holds aliases, which are text of the client; the names are of the schema.
    private Task MapAsync(UnhandledExceptionContext context)
    {
        var field = context.FieldContext?.FieldDefinition.Name;
        var error = mapper.Map(context.OriginalException, field is null ? "An operation failed" : $"The field {field} failed");
        context.Exception = error is UnhandledError ? context.Exception : error;
        return Task.CompletedTask;
    }
}
