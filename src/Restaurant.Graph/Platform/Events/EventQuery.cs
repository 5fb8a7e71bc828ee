using System.Linq.Expressions;
using GraphQL;
using GraphQL.Resolvers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Platform.Events;

/// <summary>What is behind the field of a subscription: the events that a query finds.</summary>
internal abstract class EventQuery : ISourceStreamResolver
{
    /// <summary>The argument that resumes a stream.</summary>
    public const string After = "after";

    /// <summary>Whether a stream is of something that may not be there.</summary>
    public abstract bool IsOfOne { get; }

    /// <summary>Tells, of an event that is at hand, whether the query finds it.</summary>
    public abstract Task<Func<Event, bool>> MatcherAsync(IResolveFieldContext context);

    /// <summary>The last event that the query finds; null if there is none.</summary>
    public abstract Task<long?> LatestAsync(IResolveFieldContext context, CancellationToken cancellationToken);

    /// <summary>What the log holds behind a number.</summary>
    public abstract Task<LogPart> ReadAsync(IResolveFieldContext context, long last, CancellationToken cancellationToken);

    /// <inheritdoc />
    public ValueTask<IObservable<object?>> ResolveAsync(IResolveFieldContext context) =>
        throw new NotSupportedException("Events are read by plans alone.");
}

/// <summary>A part of the log.</summary>
/// <param name="Numbers">The next events that a query finds, a bounded number of them.</param>
/// <param name="Oldest">The oldest event there is, whether the query finds it or not.</param>
/// <param name="Newest">The newest.</param>
internal sealed record LogPart(IReadOnlyList<long> Numbers, long Oldest, long Newest)
{
    /// <summary>Whether a stream that has come to a number misses nothing if it goes on here.</summary>
    public bool GoesOnFrom(long last) => last >= Oldest - 1 && last <= Newest;
}

/// <summary>The events of one kind that a method of a feature asks for.</summary>
/// <param name="query">The method, which is asked anew, with a database context of its own, at each look.</param>
/// <param name="isOfOne">See <see cref="OfOneAttribute"/>.</param>
internal sealed class EventQuery<T>(IFieldResolver query, bool isOfOne) : EventQuery
    where T : Event
{
    /// <summary>How many events are looked up at once.</summary>
    private const int BatchSize = 100;

    /// <inheritdoc />
    public override bool IsOfOne => isOfOne;

    /// <inheritdoc />
    public override async Task<Func<Event, bool>> MatcherAsync(IResolveFieldContext context)
    {
        await using var scope = Scope(context);
        var conditions = new List<Func<T, bool>>();
        var expression = (await AskAsync(scope, context)).Expression;
        while (expression is MethodCallExpression { Method.Name: nameof(Queryable.Where), Arguments: [var source, UnaryExpression { Operand: Expression<Func<T, bool>> condition }] })
        {
            conditions.Add(condition.Compile(preferInterpretation: true));
            expression = source;
        }

        return expression is EntityQueryRootExpression
            ? happened => happened is T event_ && conditions.TrueForAll(condition => condition(event_))
            : throw new NotSupportedException("What is followed is told by conditions on the event's own columns, and by nothing else.");
    }

    /// <inheritdoc />
    public override async Task<long?> LatestAsync(IResolveFieldContext context, CancellationToken cancellationToken)
    {
        await using var scope = Scope(context);
        return await (await VisibleAsync(scope, context)).MaxAsync(happened => (long?)happened.Id, cancellationToken);
    }

    /// <inheritdoc />
    public override async Task<LogPart> ReadAsync(IResolveFieldContext context, long last, CancellationToken cancellationToken)
    {
        await using var scope = Scope(context);
        var all = scope.ServiceProvider.GetRequiredService<DbContext>().Set<Event>();

        // The oldest is asked for last: what is removed while this reads is missed, and known to be.
        var numbers = await (await VisibleAsync(scope, context))
            .Where(happened => happened.Id > last)
            .OrderBy(happened => happened.Id)
            .Select(happened => happened.Id)
            .Take(BatchSize)
            .ToListAsync(cancellationToken);
        var newest = await all.MaxAsync(happened => (long?)happened.Id, cancellationToken);
        var oldest = await all.MinAsync(happened => (long?)happened.Id, cancellationToken);
        return new LogPart(numbers, oldest ?? 1, newest ?? 0);
    }

    private static AsyncServiceScope Scope(IResolveFieldContext context) => context.RequestServices!.CreateAsyncScope();

    private async Task<IQueryable<T>> VisibleAsync(AsyncServiceScope scope, IResolveFieldContext context) =>
        scope.ServiceProvider.GetRequiredService<VisibilityRules>().For(Viewer.Of(context)).Of(await AskAsync(scope, context));

    private async Task<IQueryable<T>> AskAsync(AsyncServiceScope scope, IResolveFieldContext context) =>
        (IQueryable<T>)(await query.ResolveAsync(context.In(scope.ServiceProvider, context.CancellationToken)))!;
}
