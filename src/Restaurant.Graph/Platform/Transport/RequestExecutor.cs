using GraphQL;
using GraphQL.Execution;
using GraphQL.Transport;
using GraphQL.Types;
using GraphQLParser.AST;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Events;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>Executes one operation, in a scope of its own.</summary>
public sealed class RequestExecutor(
    IDocumentExecuter executer, ISchema schema, PersistedDocuments documents, IServiceScopeFactory scopes, ILogger<RequestExecutor> logger)
{
    /// <summary>Executes a request. What goes wrong is in the result; only cancellation is thrown.</summary>
    /// <param name="request">The request.</param>
    /// <param name="isCarried">Which kinds of operation the way it came carries.</param>
    /// <param name="lastEventId">The cursor at which a stream is to be resumed, where the transport has one of its own.</param>
    /// <param name="cancellationToken">Stops the execution and its SQL.</param>
    public async Task<Answer> ExecuteAsync(
        GraphQLRequest request, Func<OperationType, bool> isCarried, string? lastEventId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            var listener = new OperationListener(isCarried, scope.ServiceProvider.GetRequiredService<DbContext>());
            var options = new ExecutionOptions
            {
                Schema = schema,
                Query = documents.DocumentOf(request),
                OperationName = request.OperationName,
                Variables = request.Variables,
                Extensions = request.Extensions,
                RequestServices = scope.ServiceProvider,
                UserContext = new Dictionary<string, object?>(StringComparer.Ordinal) { [EventStream.LastEventId] = lastEventId },
                CancellationToken = cancellationToken,
                UnhandledExceptionDelegate = LogAsync,
            };
            options.Listeners.Add(listener);
            return new Answer(await executer.ExecuteAsync(options), listener.IsPublic);
        }
        catch (RequestError fault)
        {
            return new Answer(new ExecutionResult(fault), IsPublic: false);
        }
    }

    private Task LogAsync(UnhandledExceptionContext context)
    {
        logger.LogError(context.OriginalException, "A field failed at {Path}", string.Join('.', context.FieldContext?.Path ?? []));
        return Task.CompletedTask;
    }

    /// <summary>Stands between validation and execution.</summary>
    private sealed class OperationListener(Func<OperationType, bool> isCarried, DbContext db) : DocumentExecutionListenerBase
    {
        /// <summary>Whether all that is asked for is public.</summary>
        public bool IsPublic { get; private set; }

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
            if (context.Operation.Operation != OperationType.Query)
            {
                return;
            }

            IsPublic = IsAllPublic(context, context.Operation.SelectionSet);

            // A query reads one snapshot, however many statements it takes.
            await db.Database.BeginSnapshotAsync(context.CancellationToken);
        }

        private static bool IsAllPublic(IExecutionContext context, GraphQLSelectionSet set) => set.Selections.TrueForAll(selection => selection switch
        {
            GraphQLField field => field.Name == "__typename" || PublicAttribute.IsOn(context.Schema.Query.Fields.Find(field.Name.Value)),
            GraphQLInlineFragment inline => IsAllPublic(context, inline.SelectionSet),
            GraphQLFragmentSpread spread => context.Document.Definitions
                .OfType<GraphQLFragmentDefinition>()
                .Where(fragment => fragment.FragmentName.Name == spread.FragmentName.Name)
                .All(fragment => IsAllPublic(context, fragment.SelectionSet)),
            _ => false,
        });
    }
}
