using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Events;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Relay;
using Restaurant.Graph.Platform.Security;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Platform.Mutations;

/// <summary>
/// One thing done, in its turn of the <see cref="WriteQueue"/>: the rows, what other features do about them, the events and the
/// idempotency record are stored together or not at all.
/// </summary>
public sealed class UnitOfWork(DbContext db, NewRows rows, Reactions reactions, AuditTrail audit, TimeProvider time)
{
    /// <summary>Does it.</summary>
    /// <param name="work">Loads, checks and changes rows. It saves nothing itself.</param>
    /// <returns>Why nothing was done; empty if it was.</returns>
    public async Task<IReadOnlyList<MutationError>> RunAsync<T>(Func<Task<Outcome<T>>> work)
        where T : class, IRow => (await RunAsync(work, "", Viewer.Nobody, request: null)).Errors;

    /// <summary>Does it, unless it was done before.</summary>
    /// <param name="work">Loads, checks and changes rows. It saves nothing itself.</param>
    /// <param name="mutation">The mutation, which is written down for whoever has a name.</param>
    /// <param name="viewer">Who does it.</param>
    /// <param name="request">The request it answers, where the client gave a key.</param>
    internal async Task<Payload> RunAsync<T>(Func<Task<Outcome<T>>> work, string mutation, Viewer viewer, IdempotentRequest? request)
        where T : class, IRow
    {
        if (request is not null && WriteConnection.Of(db) is { } connection && await request.FindAsync(connection) is { } record)
        {
            return Again(record, request);
        }

        rows.Clear();
        audit.Clear();
        var outcome = await work();
        if (outcome.Subject is not { } subject)
        {
            return Payload.Refused(outcome.Errors);
        }

        await reactions.RunAsync();
        await db.SaveChangesAsync();
        if (request is not null)
        {
            rows.AddRecord(() => request.DoneTo(subject.Id, time.GetUtcNow()));
        }

        if (viewer.Name is not null || audit.Detail is not null)
        {
            rows.AddRecord(() => AuditEntry.Of(viewer, mutation, new GlobalId(GraphNames.Of(typeof(T)), subject.Id), time.GetUtcNow(), audit.Detail));
        }

        await rows.InsertAsync();
        return new Payload(subject.Id, []);
    }

    private static Payload Again((string Fingerprint, long SubjectId) record, IdempotentRequest request) =>
        string.Equals(record.Fingerprint, request.Fingerprint, StringComparison.Ordinal)
            ? new Payload(record.SubjectId, [])
            : new Payload(null, [new IdempotencyKeyReusedError
            {
                Message = "This idempotency key was used before with another input. Choose a new one for each new request.",
                Path = InputPath.Of(nameof(IIdempotentInput.IdempotencyKey)),
            }]);
}
