using GraphQL;
using GraphQL.Resolvers;
using Restaurant.Graph.Platform.Reading;

namespace Restaurant.Graph.Platform.Mutations;

/// <summary>Runs a mutation method as one unit of work and answers with its payload.</summary>
internal sealed class MutationResolver<T>(IFieldResolver method, string mutation) : IFieldResolver
    where T : class, IRow
{
    /// <inheritdoc />
    public async ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        var unitOfWork = context.RequestServices!.GetRequiredService<UnitOfWork>();
        var request = context.Arguments?["input"].Value is IIdempotentInput input ? IdempotentRequest.Of(mutation, input) : null;
        return await unitOfWork.RunAsync(
            async () => (Outcome<T>)(await method.ResolveAsync(context))!, request, context.CancellationToken);
    }
}
