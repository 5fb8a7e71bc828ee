using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Dining;

/// <summary>Ends the rights of guests who have left. Those who became a part of another party stay as long as that one.</summary>
internal sealed class VisitRights(RestaurantDb db) : IRights
{
    /// <inheritdoc />
    public async Task<IReadOnlyCollection<Viewer>> WithdrawnAsync(IReadOnlyCollection<Viewer> viewers, CancellationToken cancellationToken)
    {
        List<Viewer> guests = [.. viewers.Where(static viewer => viewer is { Role: Roles.Guest, Key: > 0 })];
        if (guests.Count == 0)
        {
            return [];
        }

        long[] keys = [.. guests.Select(static guest => guest.Key).Distinct()];
        var open = await db.Visits
            .Where(visit => keys.Contains(visit.Id) && (visit.ClosedAt == null || (visit.MergedInto != null && visit.MergedInto.ClosedAt == null)))
            .Select(visit => visit.Id)
            .ToHashSetAsync(cancellationToken);
        return [.. guests.Where(guest => !open.Contains(guest.Key))];
    }
}
