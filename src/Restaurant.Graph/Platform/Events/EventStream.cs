using System.Runtime.CompilerServices;
using GraphQL;
using GraphQL.Resolvers;
using Microsoft.EntityFrameworkCore;

namespace Restaurant.Graph.Platform.Events;

/// <summary>What all streams have in common.</summary>
internal static class EventStream
{
    /// <summary>The argument that resumes a stream.</summary>
    public const string After = "after";

    /// <summary>The key of the user context under which a transport hands over a cursor of its own.</summary>
    public const string LastEventId = "LastEventId";

    /// <summary>How many events are looked up at once.</summary>
    public const int BatchSize = 100;
}

/// <summary>The numbers of the events that a query finds: those in the log behind a cursor, then each as it is written.</summary>
/// <param name="query">The method of the feature, which is asked anew, with a database context of its own, at each look.</param>
/// <param name="startsWithLatest">See <see cref="UseLatestAttribute"/>.</param>
internal sealed class EventStream<T>(IFieldResolver query, bool startsWithLatest) : ISourceStreamResolver
    where T : Event
{
    /// <inheritdoc />
    public async ValueTask<IObservable<object?>> ResolveAsync(IResolveFieldContext context)
    {
        var scopes = context.RequestServices!.GetRequiredService<IServiceScopeFactory>();
        var signal = context.RequestServices!.GetRequiredService<EventSignal>();
        var resumeAt = context.UserContext[EventStream.LastEventId] as string ?? context.GetArgument<string?>(EventStream.After);
        var start = resumeAt is { } cursor
            ? EventCursor.Parse(cursor)
            : await StartAsync(scopes, context);
        return new AsyncObservable<object?>(stop => Follow(scopes, signal, context.Copy(), start, stop));
    }

    private async Task<long> StartAsync(IServiceScopeFactory scopes, IResolveFieldContext context)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (!startsWithLatest)
        {
            var all = scope.ServiceProvider.GetRequiredService<DbContext>().Set<Event>();
            return await all.MaxAsync(happened => (long?)happened.Id, context.CancellationToken) ?? 0;
        }

        var latest = await (await EventsAsync(scope, context)).MaxAsync(happened => (long?)happened.Id, context.CancellationToken);
        return latest - 1 ?? throw new ExecutionError("There is nothing to follow under this id.") { Code = "NOT_FOUND" };
    }

    private async IAsyncEnumerable<object?> Follow(
        IServiceScopeFactory scopes, EventSignal signal, IResolveFieldContext context, long last, [EnumeratorCancellation] CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var next = signal.Next;
            foreach (var number in await LookAsync(scopes, context, last, stop))
            {
                last = number;
                next = Task.CompletedTask;
                yield return number;
            }

            await next.WaitAsync(stop);
        }
    }

    private async Task<List<long>> LookAsync(IServiceScopeFactory scopes, IResolveFieldContext context, long last, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var events = await EventsAsync(scope, context);
        return await events
            .Where(happened => happened.Id > last)
            .OrderBy(happened => happened.Id)
            .Select(happened => happened.Id)
            .Take(EventStream.BatchSize)
            .ToListAsync(stop);
    }

    private async Task<IQueryable<T>> EventsAsync(AsyncServiceScope scope, IResolveFieldContext context) =>
        (IQueryable<T>)(await query.ResolveAsync(new ResolveFieldContext(context) { RequestServices = scope.ServiceProvider }))!;
}
