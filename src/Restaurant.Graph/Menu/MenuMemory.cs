using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Storage;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Menu;

/// <summary>
/// Something that is read once and kept until the menu changes. Every change of the menu is an event, so the last event tells whether it has.
/// </summary>
public abstract class MenuMemory<T>(IServiceScopeFactory scopes)
    where T : class
{
    private static readonly NumberQuery<RestaurantDb> LastChange = new(
        static db => db.MenuChanges.OrderByDescending(happened => happened.Id).Select(happened => happened.Id));

    private volatile Kept? _kept;

    /// <summary>What is right for what a context sees.</summary>
    public async Task<T> CurrentAsync(RestaurantDb db)
    {
        var change = await LastChange.FirstAsync(db);
        if (_kept is { } known && known.Change == change)
        {
            return known.Value;
        }

        // What is kept is read apart: a change that is not committed yet may never be.
        var stored = await StoredAsync();
        return stored.Change == change ? (_kept = stored).Value : await ReadAsync(db);
    }

    /// <summary>Reads it.</summary>
    protected abstract Task<T> ReadAsync(RestaurantDb db);

    private async Task<Kept> StoredAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RestaurantDb>();
        await db.Database.BeginSnapshotAsync(CancellationToken.None);
        return new Kept(await LastChange.FirstAsync(db), await ReadAsync(db));
    }

    private sealed record Kept(long? Change, T Value);
}
