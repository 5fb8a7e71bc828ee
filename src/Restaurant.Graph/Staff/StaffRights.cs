using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Staff;

/// <summary>Ends the rights of those who have left, or have another secret now.</summary>
internal sealed class StaffRights(RestaurantDb db) : IRights
{
    /// <inheritdoc />
    public async Task<IReadOnlyCollection<Viewer>> WithdrawnAsync(IReadOnlyCollection<Viewer> viewers, CancellationToken cancellationToken)
    {
        // Of those without a stamp, such as a provider's, nothing is known here.
        List<Viewer> members = [.. viewers.Where(static viewer => viewer.Stamp is not null)];
        if (members.Count == 0)
        {
            return [];
        }

        long[] keys = [.. members.Select(static viewer => viewer.Key).Distinct()];
        var stamps = await db.Staff.Where(member => keys.Contains(member.Id)).ToDictionaryAsync(member => member.Id, member => member.Stamp, cancellationToken);
        return [.. members.Where(viewer => !stamps.TryGetValue(viewer.Key, out var stamp) || stamp != viewer.Stamp)];
    }
}
