using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Security;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Dining;

/// <summary>Lets guests in.</summary>
public sealed class Door(WriteQueue queue, StrangerLimits limits, TokenIssuer issuer, IOptions<DiningOptions> options, TimeProvider time)
{
    private const string Mutation = "startVisit";

    /// <summary>A token for the visit of somebody who comes, which others at their table may have begun.</summary>
    /// <param name="tableCode">The code on the table; null for somebody who takes away what they order.</param>
    /// <param name="viewer">The client.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    public async Task<Outcome<AccessToken>> EnterAsync(string? tableCode, Viewer viewer, CancellationToken cancellationToken)
    {
        if (tableCode is null && limits.TakeVisit(viewer) is { } fault)
        {
            return fault;
        }

        var (outcome, stale) = await TryEnterAsync(tableCode, cancellationToken);
        if (stale is { } visit && await CloseAsync(visit, viewer, cancellationToken))
        {
            (outcome, _) = await TryEnterAsync(tableCode, cancellationToken);
        }

        return outcome;
    }

    private async Task<(Outcome<AccessToken> Outcome, long? Stale)> TryEnterAsync(string? tableCode, CancellationToken cancellationToken)
    {
        Visit? visit = null;
        long? stale = null;
        var errors = await queue.RunAsync(
            services => services.GetRequiredService<UnitOfWork>().RunAsync(async () =>
            {
                stale = null;
                var outcome = await VisitAsync(tableCode, services, open => stale = open.Id);
                visit = outcome.Subject;
                return outcome;
            }),
            cancellationToken);
        return visit is null ? (errors.ToList(), stale) : (issuer.Issue(new Viewer(Roles.Guest, visit.Id), options.Value.TokenLifetime), null);
    }

    private async Task<Outcome<Visit>> VisitAsync(string? code, IServiceProvider services, Action<Visit> meetStale)
    {
        var (db, rows, now) = (services.GetRequiredService<RestaurantDb>(), services.GetRequiredService<NewRows>(), time.GetUtcNow());
        if (code is null)
        {
            return Begun(Visit.WithoutTable(now), rows);
        }

        if (await db.Tables.SingleOrDefaultAsync(known => known.Pass != null && known.Pass.Code == code && !known.IsRetired) is not { } table)
        {
            return TableCodeNotFoundError.Of();
        }

        var open = await db.Visits.SingleOrDefaultAsync(visit => visit.TableId == table.Id && visit.ClosedAt == null);
        if (open is not null && open.StartedAt > now - options.Value.MaxVisit)
        {
            return open;
        }

        if (open is not null)
        {
            meetStale(open);
            return TableActionNotAllowedError.Of(TableAction.SitDown, table.Status);
        }

        // Also a table that is not laid yet is kept for those whose reservation is due.
        return await db.Tables.KeptAt(now, options.Value).AnyAsync(kept => kept.Id == table.Id)
            ? TableActionNotAllowedError.Of(TableAction.SitDown, table.Status)
            : Begun(Visit.At(table, TableAction.SitDown, partySize: null, now), rows);
    }

    // That party has left long ago, and nobody saw it; unless it has something to pay, which only the staff can let it go with.
    private async Task<bool> CloseAsync(long id, Viewer viewer, CancellationToken cancellationToken)
    {
        var payload = await queue.RunAsync(
            services => services.GetRequiredService<UnitOfWork>().RunAsync(
                async () => await VisitMutations.FindAsync(services.GetRequiredService<RestaurantDb>(), id) is { } visit
                    ? await services.GetRequiredService<VisitClosing>().CloseAsync(visit, viewer, leaveUnpaid: false, "older than Dining:MaxVisit when its table was scanned")
                    : VisitNotFoundError.Of(),
                Mutation,
                viewer,
                request: null),
            cancellationToken);
        return payload.Errors.Count == 0;
    }

    private static Outcome<Visit> Begun(Outcome<Visit> outcome, NewRows rows)
    {
        if (outcome.Subject is { } visit)
        {
            rows.Add(visit);
        }

        return outcome;
    }
}
