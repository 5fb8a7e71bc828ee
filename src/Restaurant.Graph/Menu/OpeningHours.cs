using Microsoft.Extensions.Options;
using Restaurant.Graph.Data;

namespace Restaurant.Graph.Menu;

/// <summary>When the restaurant is open, and with which menu: as the serving windows of the menus say.</summary>
public sealed class OpeningHours(RestaurantDb db, MenuCards cards, RestaurantClock clock, IOptions<RestaurantOptions> options)
{
    /// <summary>Whether orders are taken now.</summary>
    public Task<bool> IsOpenAsync() => IsOpenAtAsync(clock.Now);

    /// <summary>Whether orders are taken at an instant.</summary>
    public async Task<bool> IsOpenAtAsync(DateTimeOffset instant) =>
        options.Value.AlwaysOpen || (await cards.CurrentAsync(db)).ServedAt(clock.LocalOf(instant)) is not null;

    /// <summary>The key of the menu that is served now; null if the restaurant is closed.</summary>
    public async Task<long?> CurrentMenuIdAsync()
    {
        var card = await cards.CurrentAsync(db);
        return (card.ServedAt(clock.Local) ?? (options.Value.AlwaysOpen ? card.Menus.FirstOrDefault() : null))?.Id;
    }
}
