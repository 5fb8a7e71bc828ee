using System.Runtime.CompilerServices;
using GraphQL;
using GraphQL.Resolvers;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Platform.Events;

/// <summary>What is behind the field of a subscription.</summary>
internal abstract class EventSource : ISourceStreamResolver
{
    /// <summary>The argument that resumes a stream.</summary>
    public const string After = "after";

    /// <summary>The numbers of the events: those in the log behind a cursor, then each as it is written.</summary>
    /// <param name="context">The field that was asked for.</param>
    /// <param name="lastEventId">A cursor of the transport's own, which goes before that of the argument.</param>
    public abstract Task<IAsyncEnumerable<long>> FollowAsync(IResolveFieldContext context, string? lastEventId);

    /// <inheritdoc />
    public ValueTask<IObservable<object?>> ResolveAsync(IResolveFieldContext context) =>
        throw new NotSupportedException("Events are read by plans alone.");
}

/// <summary>The events that a query finds.</summary>
/// <param name="query">The method of the feature, which is asked anew, with a database context of its own, at each look.</param>
/// <param name="startsWithLatest">See <see cref="UseLatestAttribute"/>.</param>
internal sealed class EventStream<T>(IFieldResolver query, bool startsWithLatest) : EventSource
    where T : Event
{
    /// <summary>How many events are looked up at once.</summary>
    private const int BatchSize = 100;

    /// <inheritdoc />
    public override async Task<IAsyncEnumerable<long>> FollowAsync(IResolveFieldContext context, string? lastEventId)
    {
        var services = context.RequestServices!;
        var scopes = services.GetRequiredService<IServiceScopeFactory>();
        var start = (lastEventId ?? context.GetArgument<string?>(After)) is { } cursor
            ? EventCursor.Parse(cursor)
            : await StartAsync(scopes, context);
        return Follow(scopes, services.GetRequiredService<EventSignal>(), context, start, CancellationToken.None);
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

    private async IAsyncEnumerable<long> Follow(
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
            .Take(BatchSize)
            .ToListAsync(stop);
    }

    private async Task<IQueryable<T>> EventsAsync(AsyncServiceScope scope, IResolveFieldContext context)
    {
        var events = (IQueryable<T>)(await query.ResolveAsync(new ResolveFieldContext
        {
            Arguments = context.Arguments,
            RequestServices = scope.ServiceProvider,
            CancellationToken = context.CancellationToken,
        }))!;
        return scope.ServiceProvider.GetRequiredService<VisibilityRules>().Apply(events);
    }
}
