using GraphQL;
using GraphQL.Execution;
using GraphQL.Transport;
using GraphQL.Types;
using GraphQLParser.AST;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>Executes one operation, in a scope of its own.</summary>
public sealed class RequestExecutor(
    IDocumentExecuter executer, ISchema schema, IServiceScopeFactory scopes, ILogger<RequestExecutor> logger)
{
    /// <summary>Executes a request. What goes wrong is in the result; only cancellation is thrown.</summary>
    /// <param name="request">The request.</param>
    /// <param name="isCarried">Which kinds of operation the way it came carries.</param>
    /// <param name="cancellationToken">Stops the execution and its SQL.</param>
    public async Task<ExecutionResult> ExecuteAsync(
        GraphQLRequest request, Func<OperationType, bool> isCarried, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var options = new ExecutionOptions
        {
            Schema = schema,
            Query = request.Query,
            OperationName = request.OperationName,
            Variables = request.Variables,
            Extensions = request.Extensions,
            RequestServices = scope.ServiceProvider,
            CancellationToken = cancellationToken,
            UnhandledExceptionDelegate = context =>
            {
                logger.LogError(context.OriginalException, "A field failed at {Path}", string.Join('.', context.FieldContext?.Path ?? []));
                return Task.CompletedTask;
            },
        };
        options.Listeners.Add(new OperationListener(isCarried, scope.ServiceProvider.GetRequiredService<DbContext>()));
        return await executer.ExecuteAsync(options);
    }

    /// <summary>Stands between validation and execution.</summary>
    private sealed class OperationListener(Func<OperationType, bool> isCarried, DbContext db) : DocumentExecutionListenerBase
    {
        public override Task AfterValidationAsync(IExecutionContext context, GraphQL.Validation.IValidationResult validationResult)
        {
            if (validationResult.IsValid && !isCarried(context.Operation.Operation))
            {
                context.Errors.Add(new OperationNotAllowedError(context.Operation.Operation));
            }

            return Task.CompletedTask;
        }

        public override async Task BeforeExecutionAsync(IExecutionContext context)
        {
            if (context.Operation.Operation == OperationType.Query)
            {
                // A query reads one snapshot, however many statements it takes.
                await db.Database.BeginSnapshotAsync(context.CancellationToken);
            }
        }
    }
}
