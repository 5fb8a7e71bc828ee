using Microsoft.Extensions.Options;
using Restaurant.Graph.Data;

namespace Restaurant.Graph.Menu;

/// <summary>When the restaurant is open, and with which menu: as the serving windows of the menus say, by <see cref="RestaurantClock.ServingTime"/>.</summary>
public sealed class OpeningHours(RestaurantDb db, MenuCards cards, RestaurantClock clock, IOptions<RestaurantOptions> options)
{
    /// <summary>Whether orders are taken at an instant, now if none is given: always, or while a menu is served.</summary>
    public async Task<bool> IsOpenAsync(DateTimeOffset? at = null) => options.Value.AlwaysOpen || await MenuIdAsync(at ?? clock.Now) is not null;

    /// <summary>Which dishes are served at an instant: those on the menu of that time, and all where orders are taken at any time.</summary>
    public async Task<Func<Dish, bool>> ServingAsync(DateTimeOffset instant)
    {
        if (options.Value.AlwaysOpen)
        {
            return static _ => true;
        }

        var menu = (await cards.CurrentAsync(db)).ServedAt(clock.ServingTime(instant));
        return dish => menu?.Categories.Any(category => category.Id == dish.CategoryId) is true;
    }

    /// <summary>The key of the menu that is served at an instant; null if the restaurant is closed then.</summary>
    public async Task<long?> MenuIdAsync(DateTimeOffset instant)
    {
        var card = await cards.CurrentAsync(db);
        return (card.ServedAt(clock.ServingTime(instant)) ?? (options.Value.AlwaysOpen ? card.Menus.FirstOrDefault() : null))?.Id;
    }
}
