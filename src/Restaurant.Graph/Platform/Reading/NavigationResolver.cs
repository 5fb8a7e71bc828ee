using System.Reflection;
using GraphQL;
using GraphQL.Resolvers;

namespace Restaurant.Graph.Platform.Reading;

/// <summary>Shows what was read of a navigation together with its row.</summary>
internal sealed class NavigationResolver(PropertyInfo property) : IFieldResolver
{
    /// <inheritdoc />
    public ValueTask<object?> ResolveAsync(IResolveFieldContext context) =>
        ValueTask.FromResult(Navigations.Of(context.Source!, property));
}
