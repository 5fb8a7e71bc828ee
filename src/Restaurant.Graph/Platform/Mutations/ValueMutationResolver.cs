using GraphQL;
using GraphQL.Resolvers;
using Restaurant.Graph.Platform.Composition;

namespace Restaurant.Graph.Platform.Mutations;

/// <summary>
/// Runs a mutation method whose subject is no row, such as a token. It is no unit of work: it may take its time, and has units of work of its own
/// for what it stores.
/// </summary>
internal sealed class ValueMutationResolver<T>(IFieldResolver method, string mutation) : IFieldResolver
    where T : class
{
    /// <inheritdoc />
    public async ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        await using var scope = context.RequestServices!.CreateAsyncScope();
        var outcome = (Outcome<T>?)await method.ResolveAsync(context.In(scope.ServiceProvider, context.CancellationToken))
            ?? throw new InvalidOperationException($"{mutation} has come to nothing.");
        return outcome.Subject is { } subject ? new Payload(null, []) { Value = subject } : Payload.Refused(outcome.Errors);
    }
}
