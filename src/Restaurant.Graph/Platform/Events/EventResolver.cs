using GraphQL;
using GraphQL.Resolvers;
using Restaurant.Graph.Platform.Reading;

namespace Restaurant.Graph.Platform.Events;

/// <summary>Reads one event of a stream for a subscriber, at the moment it is delivered.</summary>
internal sealed class EventResolver<T> : IFieldResolver
    where T : Event
{
    /// <inheritdoc />
    public async ValueTask<object?> ResolveAsync(IResolveFieldContext context) =>
        await EntityReader.ByKeyAsync<T>(context, (long)context.Source!);
}
