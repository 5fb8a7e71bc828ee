using GraphQL;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Dining;

/// <summary>What guests may not eat.</summary>
[MutationType]
public static class AllergyMutations
{
    /// <summary>
    /// Says what those of a visit are allergic to, in the place of what was said before. From then on, who orders what has it in has to
    /// acknowledge it. Their orders that are open, and the tickets of these, are changed as well, so that those who serve and the kitchen are told.
    /// </summary>
    [Authorize(Roles = Roles.Ordering)]
    [Errors(typeof(VisitNotFoundError))]
    public static async Task<Outcome<Visit>> DeclareAllergies(DeclareAllergiesInput input, Viewer viewer, Visibility visible, RestaurantDb db, TimeProvider time)
    {
        // A guest sees one visit: their own, or that of the party that they have become a part of.
        var (isOwn, key) = (input.VisitId is null && string.Equals(viewer.Role, Roles.Guest, StringComparison.Ordinal), input.VisitId?.Key);
        return await visible.Of(db.Visits).SingleOrDefaultAsync(visit => (isOwn || visit.Id == key) && visit.ClosedAt == null) is { } visit
            ? visit.DeclareAllergies(input.Allergens, time.GetUtcNow())
            : VisitNotFoundError.Of();
    }
}
