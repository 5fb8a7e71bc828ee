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

        Visit? visit = null;
        var errors = await queue.RunAsync(
            services => services.GetRequiredService<UnitOfWork>().RunAsync(async () =>
            {
                var outcome = await VisitAsync(tableCode, services.GetRequiredService<RestaurantDb>(), services.GetRequiredService<NewRows>());
                visit = outcome.Subject;
                return outcome;
            }),
            cancellationToken);
        return visit is null ? errors.ToList() : issuer.Issue(new Viewer(Roles.Guest, visit.Id), options.Value.TokenLifetime);
    }

    private async Task<Outcome<Visit>> VisitAsync(string? code, RestaurantDb db, NewRows rows)
    {
        var now = time.GetUtcNow();
        if (code is null)
        {
            return Begun(Visit.WithoutTable(now), rows);
        }

        if (await db.Tables.SingleOrDefaultAsync(known => known.Pass != null && known.Pass.Code == code && !known.IsRetired) is not { } table)
        {
            return TableCodeNotFoundError.Of();
        }

        var open = await db.Visits.SingleOrDefaultAsync(visit => visit.TableId == table.Id && visit.ClosedAt == null);
        if (open?.StartedAt > now - options.Value.MaxVisit)
        {
            return open;
        }

        // That party has left long ago, and nobody saw it.
        open?.Close(now);
        return Begun(Visit.At(table, TableAction.SitDown, partySize: null, now), rows);
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
