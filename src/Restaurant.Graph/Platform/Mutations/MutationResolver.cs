using GraphQL;
using GraphQL.Resolvers;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Security;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Platform.Mutations;

/// <summary>Runs a mutation method as one unit of work and answers with its payload.</summary>
internal sealed class MutationResolver<T>(IFieldResolver method, string mutation) : IFieldResolver
    where T : class, IRow
{
    /// <inheritdoc />
    public async ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        var viewer = Viewer.Of(context);
        var request = context.Arguments?["input"].Value is IIdempotentInput input ? IdempotentRequest.Of(mutation, viewer, input) : null;
        var queue = context.RequestServices!.GetRequiredService<WriteQueue>();
        return await queue.RunAsync(
            services => services.GetRequiredService<UnitOfWork>().RunAsync(() => DoAsync(context, services), mutation, viewer, request),
            context.CancellationToken);
    }

    // What has had its turn is done, whether or not the client still waits for it.
    private async Task<Outcome<T>> DoAsync(IResolveFieldContext context, IServiceProvider services) =>
        (Outcome<T>)(await method.ResolveAsync(context.In(services, CancellationToken.None)))!;
}
