using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Dining;
using Restaurant.Graph.Platform.Events;

namespace Restaurant.Graph.Orders;

/// <summary>What becomes of the orders of a party that goes on elsewhere, or says what its guests are allergic to: they follow it.</summary>
public sealed class VisitReaction(RestaurantDb db, TimeProvider time) : IReaction
{
    /// <inheritdoc />
    public Task OnAsync(Event happened) => happened is VisitChanged { Visit: var visit } ? FollowAsync(visit, visit.MergedInto ?? visit) : Task.CompletedTask;

    private async Task FollowAsync(Visit visit, Visit party)
    {
        var orders = await db.Orders.Where(order => order.VisitId == visit.Id).ToListAsync();
        orders.ForEach(order => order.Follow(party, time.GetUtcNow()));
    }
}
