using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Events;

namespace Restaurant.Graph.Kitchen;

/// <summary>Keeps the load of each station equal to the sum over its queued tickets, whatever moves a ticket.</summary>
public sealed class StationLoadReaction(RestaurantDb db) : IReaction
{
    /// <inheritdoc />
    public async Task OnAsync(Event happened)
    {
        if (happened is TicketChanged change && change.Status != change.PreviousStatus)
        {
            (await LoadAsync(change.Station.Id)).Apply(change);
        }
    }

    private async Task<StationLoad> LoadAsync(long stationId)
    {
        if (await db.StationLoads.FindAsync(stationId) is { } known)
        {
            return known;
        }

        var load = new StationLoad { StationId = stationId };
        db.StationLoads.Add(load);
        return load;
    }
}
