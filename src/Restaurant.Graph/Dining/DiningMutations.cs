using GraphQL;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Dining;

/// <summary>The coming and going of guests.</summary>
[MutationType]
public static class DiningMutations
{
    /// <summary>
    /// Lets a guest in, with a token for their visit. Who scans the code of a table where a party sits is one of that party.
    /// </summary>
    [AllowAnonymous]
    [Errors(typeof(TableCodeNotFoundError))]
    public static Task<Outcome<AccessToken>> StartVisit(StartVisitInput input, Door door, CancellationToken cancellationToken) =>
        door.EnterAsync(input.TableCode, cancellationToken);

    /// <summary>Notes that a party has left: what they were let in with is good no more.</summary>
    [Authorize(Roles = Roles.Service)]
    [Errors(typeof(VisitNotFoundError))]
    public static async Task<Outcome<Visit>> CloseVisit(CloseVisitInput input, RestaurantDb db, TimeProvider time) =>
        await db.Visits.SingleOrDefaultAsync(visit => visit.Id == input.VisitId.Key) is { } visit ? visit.Close(time.GetUtcNow()) : VisitNotFoundError.Of();
}
