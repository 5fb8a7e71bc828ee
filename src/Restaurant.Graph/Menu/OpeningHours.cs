using Microsoft.Extensions.Options;
using Restaurant.Graph.Data;

namespace Restaurant.Graph.Menu;

/// <summary>When the restaurant is open, and with which menu: as the serving windows of the menus say, by <see cref="RestaurantClock.ServingTime"/>.</summary>
public sealed class OpeningHours(RestaurantDb db, MenuCards cards, RestaurantClock clock, IOptions<RestaurantOptions> options)
{
    /// <summary>Whether orders are taken at an instant, now if none is given: always, or while a menu is served.</summary>
    public async Task<bool> IsOpenAsync(DateTimeOffset? at = null) => options.Value.AlwaysOpen || await MenuIdAsync(at ?? clock.Now) is not null;

    /// <summary>The key of the menu that is served at an instant; null if the restaurant is closed then.</summary>
    public async Task<long?> MenuIdAsync(DateTimeOffset instant)
    {
        var card = await cards.CurrentAsync(db);
        return (card.ServedAt(clock.ServingTime(instant)) ?? (options.Value.AlwaysOpen ? card.Menus.FirstOrDefault() : null))?.Id;
    }
}
