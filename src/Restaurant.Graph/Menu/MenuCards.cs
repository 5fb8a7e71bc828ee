using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Menu;

/// <summary>Keeps the menu card until the menu changes. Every change of the menu is an event, so the last event tells whether it has.</summary>
public sealed class MenuCards(IServiceScopeFactory scopes)
{
    private static readonly Func<RestaurantDb, Task<long?>> LastChange = EF.CompileAsyncQuery(
        static (RestaurantDb db) => db.MenuChanges.Max(happened => (long?)happened.Id));

    private volatile MenuCard? _current;

    /// <summary>The card that is right for what a context sees.</summary>
    public async Task<MenuCard> CurrentAsync(RestaurantDb db)
    {
        var change = await LastChange(db) ?? 0;
        if (_current is { } known && known.Change == change)
        {
            return known;
        }

        // What is kept is read apart: a change that is not committed yet may never be.
        var stored = await StoredAsync();
        return stored.Change == change ? _current = stored : await MenuCard.ReadAsync(db, change);
    }

    private async Task<MenuCard> StoredAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RestaurantDb>();
        await db.Database.BeginSnapshotAsync(CancellationToken.None);
        return await MenuCard.ReadAsync(db, await LastChange(db) ?? 0);
    }
}
