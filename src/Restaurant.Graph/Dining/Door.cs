using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Security;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Dining;

/// <summary>Lets guests in.</summary>
public sealed class Door(WriteQueue queue, TokenIssuer issuer, IOptions<DiningOptions> options, TimeProvider time)
{
    /// <summary>A token for the visit of somebody who comes, which others at their table may have begun.</summary>
    /// <param name="tableCode">The code on the table; null for somebody who takes away what they order.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    public async Task<Outcome<AccessToken>> EnterAsync(string? tableCode, CancellationToken cancellationToken)
    {
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
        if (code is null)
        {
            return Begin(table: null, rows);
        }

        if (await db.TableCodes.SingleOrDefaultAsync(known => known.Code == code && !known.Table.IsRetired) is not { } found)
        {
            return TableCodeNotFoundError.Of();
        }

        return await OpenAt(db, found.TableId, time.GetUtcNow() - options.Value.MaxVisit) is { } open ? open : Begin(found.TableId, rows);
    }

    /// <summary>The visit at a table that has not ended; null if nobody sits there.</summary>
    internal static Task<Visit?> OpenAt(RestaurantDb db, long table, DateTimeOffset since) => db.Visits
        .Where(visit => visit.TableId == table && visit.ClosedAt == null && visit.StartedAt > since)
        .OrderByDescending(visit => visit.Id)
        .FirstOrDefaultAsync();

    private Visit Begin(long? table, NewRows rows)
    {
        var visit = new Visit { TableId = table, StartedAt = time.GetUtcNow() };
        rows.Add(visit);
        return visit;
    }
}
