using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Events;

namespace Restaurant.Graph.Menu;

/// <summary>Removes translations that are of nothing any more. EF Core, to which all that they could be of is optional, would leave them behind.</summary>
public sealed class OrphanedTranslations(RestaurantDb db) : IReaction
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
    internal static void RemoveFrom(DbContext db)
    {
        var keys = db.Model.FindEntityType(typeof(Translation))!.GetForeignKeys().Select(static key => key.Properties[0]).ToList();
        db.RemoveRange([.. db.ChangeTracker.Entries<Translation>().Where(entry => keys.TrueForAll(key => entry.CurrentValues[key] is null)).Select(static entry => entry.Entity)]);
    }
}
