using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Platform.Events;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Platform.Mutations;

/// <summary>
/// One transaction around one thing done: the rows, what other features do about them, the events and the idempotency record are stored
/// together or not at all, and only then is anybody told.
/// </summary>
public sealed class UnitOfWork(DbContext db, WriteGate gate, Reactions reactions, EventSignal signal, TimeProvider time)
{
    /// <summary>Does it, unless it was done before, and leaves the context looking at the state that it has led to.</summary>
    /// <param name="work">Loads, checks and changes rows. It saves nothing itself.</param>
    /// <param name="request">The request it answers, where the client gave a key.</param>
    /// <param name="cancellationToken">Gives it up, as long as it is not stored.</param>
    internal async Task<Payload> RunAsync<T>(Func<Task<Outcome<T>>> work, IdempotentRequest? request, CancellationToken cancellationToken)
        where T : class, IRow
    {
        db.ChangeTracker.Clear();
        await db.Database.EndSnapshotAsync();
        var payload = await InTransactionAsync(work, request, cancellationToken);
        await db.Database.BeginSnapshotAsync(cancellationToken);
        return payload;
    }

    /// <summary>Does something that no client asked for.</summary>
    public async Task<IReadOnlyList<MutationError>> RunAsync<T>(Func<Task<Outcome<T>>> work, CancellationToken cancellationToken)
        where T : class, IRow => (await RunAsync(work, request: null, cancellationToken)).Errors;

    private async Task<Payload> InTransactionAsync<T>(
        Func<Task<Outcome<T>>> work, IdempotentRequest? request, CancellationToken cancellationToken)
        where T : class, IRow
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (request is not null && await EarlierAsync(request, cancellationToken) is { } earlier)
        {
            return earlier;
        }

        var outcome = await work();
        if (outcome.Subject is not { } subject)
        {
            return new Payload(null, outcome.Errors);
        }

        await reactions.RunAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        if (request is not null)
        {
            db.Add(new IdempotencyRecord
            {
                Key = request.Key,
                Fingerprint = request.Fingerprint,
                SubjectId = subject.Id,
                CreatedAt = time.GetUtcNow(),
            });
            await db.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        signal.Pulse();
        return new Payload(subject.Id, []);
    }

    private async Task<Payload?> EarlierAsync(IdempotentRequest request, CancellationToken cancellationToken)
    {
        var record = await db.Set<IdempotencyRecord>().FindAsync([request.Key], cancellationToken);
        if (record is null)
        {
            return null;
        }

        return string.Equals(record.Fingerprint, request.Fingerprint, StringComparison.Ordinal)
            ? new Payload(record.SubjectId, [])
            : new Payload(null, [new IdempotencyKeyReusedError
            {
                Message = "This idempotency key was used before with another input. Choose a new one for each new request.",
                Path = InputPath.Of(nameof(IIdempotentInput.IdempotencyKey)),
            }]);
    }
}
