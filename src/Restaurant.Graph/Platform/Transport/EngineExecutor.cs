using GraphQL;
using GraphQL.Execution;
using GraphQL.Transport;
using GraphQL.Types;
using GraphQLParser.AST;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Security;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>Has the engine execute one operation, in a scope of its own: introspection, and whatever is wrong in some way.</summary>
internal sealed class EngineExecutor(IDocumentExecuter executer, ISchema schema, IServiceScopeFactory scopes, FieldFaults faults, ILogger<EngineExecutor> logger)
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
        var listener = new OperationListener(viewer, isCarried, faults, scope.ServiceProvider.GetRequiredService<DbContext>());
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
            UnhandledExceptionDelegate = LogAsync,
        };
        execution.Listeners.Add(listener);
        return new Answer { Result = await executer.ExecuteAsync(execution), IsPublic = listener.IsPublic };
    }

    private Task LogAsync(UnhandledExceptionContext context)
    {
        logger.LogError(context.OriginalException, "A field failed at {Path}", string.Join('.', context.FieldContext?.Path ?? []));
        return Task.CompletedTask;
    }

    /// <summary>Stands between validation and execution.</summary>
    private sealed class OperationListener(Viewer viewer, Func<OperationType, bool> isCarried, FieldFaults faults, DbContext db) : DocumentExecutionListenerBase
    {
        /// <summary>Whether all that is asked for is public.</summary>
        public bool IsPublic { get; private set; }

        public override Task AfterValidationAsync(IExecutionContext context, GraphQL.Validation.IValidationResult validationResult)
        {
            if (!validationResult.IsValid)
            {
                return Task.CompletedTask;
            }

            if (!isCarried(context.Operation.Operation))
            {
                context.Errors.Add(new OperationNotAllowedError(context.Operation.Operation));
            }
            else if (FieldAccess.FindDenied(SelectionOf(context), viewer.Role) is { } denied)
            {
                context.Errors.Add(faults.ErrorOf(AccessError.Of(denied.Field.Name, viewer), context.Document, denied));
            }

            return Task.CompletedTask;
        }

        public override async Task BeforeExecutionAsync(IExecutionContext context)
        {
            if (context.Operation.Operation != OperationType.Query)
            {
                return;
            }

            IsPublic = PublicAttribute.AreAll(SelectionOf(context));

            // A query reads one snapshot, however many statements it takes.
            await db.Database.BeginSnapshotAsync(context.CancellationToken);
        }

        private static IEnumerable<SelectedField> SelectionOf(IExecutionContext context)
        {
            var scope = new SelectionScope(context.Schema, context.Document, context.Variables);
            return new Selection(scope, [context.Operation.SelectionSet]).On(context.Schema.RootOf(context.Operation.Operation));
        }
    }
}
