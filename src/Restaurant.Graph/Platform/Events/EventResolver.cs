using GraphQL;
using GraphQL.Resolvers;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Platform.Events;

/// <summary>Reads one event of a stream for a subscriber, at the moment it is delivered.</summary>
internal sealed class EventResolver<T> : IFieldResolver
    where T : Event
{
    /// <inheritdoc />
    public async ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        var db = context.RequestServices!.GetRequiredService<DbContext>();
        await db.Database.BeginSnapshotAsync(context.CancellationToken);
        return await EntityReader.ByKeyAsync<T>(context, (long)context.Source!);
    }
}
