using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Events;

namespace Restaurant.Graph.Menu;

/// <summary>Removes translations that are of nothing any more. EF Core, to which all that they could be of is optional, would leave them behind.</summary>
public sealed class LostTranslations(RestaurantDb db) : IReaction
{
    /// <inheritdoc />
    public Task OnAsync(Event happened)
    {
        if (happened is MenuChanged)
        {
            RemoveFrom(db);
        }

        return Task.CompletedTask;
    }

    /// <summary>Removes them from what a context is about to store.</summary>
    internal static void RemoveFrom(DbContext db) => db.RemoveRange(
        db.ChangeTracker.Entries<Translation>().Where(static entry => entry.Metadata.GetForeignKeys().All(key => entry.CurrentValues[key.Properties[0]] is null)).Select(static entry => entry.Entity));
}
