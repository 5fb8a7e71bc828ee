using Microsoft.Extensions.Options;
using Restaurant.Graph.Data;

namespace Restaurant.Graph.Menu;

/// <summary>When the restaurant is open, and with which menu: as the serving windows of the menus say.</summary>
public sealed class OpeningHours(RestaurantDb db, MenuCards cards, RestaurantClock clock, IOptions<RestaurantOptions> options)
{
    /// <summary>Whether orders are taken at an instant; now if none is given.</summary>
    public async Task<bool> IsOpenAsync(DateTimeOffset? at = null) =>
        options.Value.AlwaysOpen || (await cards.CurrentAsync(db)).ServedAt(at is { } instant ? clock.LocalAt(instant) : clock.Local) is not null;

    /// <summary>The key of the menu that is served now; null if the restaurant is closed.</summary>
    public async Task<long?> CurrentMenuIdAsync()
    {
        var card = await cards.CurrentAsync(db);
        return (card.ServedAt(clock.Local) ?? (options.Value.AlwaysOpen ? card.Menus.FirstOrDefault() : null))?.Id;
    }
}
