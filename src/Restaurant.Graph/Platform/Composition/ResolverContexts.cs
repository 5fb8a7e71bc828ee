using GraphQL;

namespace Restaurant.Graph.Platform.Composition;

/// <summary>What resolvers are called with where it is not the engine that calls them.</summary>
internal static class ResolverContexts
{
    /// <summary>The same call with the services of another scope.</summary>
    public static ResolveFieldContext In(this IResolveFieldContext context, IServiceProvider services, CancellationToken cancellationToken) => new()
    {
        Arguments = context.Arguments,
        RequestServices = services,
        UserContext = context.UserContext,
        CancellationToken = cancellationToken,
    };
}
