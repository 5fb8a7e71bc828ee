using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Data;

namespace Restaurant.Graph.Menu;

/// <summary>When the restaurant is open, and with which menu: as the serving windows of the menus say.</summary>
public sealed class OpeningHours(RestaurantDb db, RestaurantClock clock, IOptions<RestaurantOptions> options)
{
    /// <summary>Whether orders are taken now.</summary>
    public async Task<bool> IsOpenAsync(CancellationToken cancellationToken) =>
        options.Value.AlwaysOpen || await ServedAsync(cancellationToken) is not null;

    /// <summary>The key of the menu that is served now; null if the restaurant is closed.</summary>
    public async Task<long?> CurrentMenuIdAsync(CancellationToken cancellationToken) =>
        await ServedAsync(cancellationToken) ?? (options.Value.AlwaysOpen ? await FirstAsync(cancellationToken) : null);

    private async Task<long?> ServedAsync(CancellationToken cancellationToken)
    {
        var local = clock.Local;
        var menus = await db.Menus.AsNoTracking().Include(menu => menu.Windows).OrderBy(menu => menu.Position).ToListAsync(cancellationToken);
        return menus.Find(menu => menu.IsServedAt(local))?.Id;
    }

    private Task<long?> FirstAsync(CancellationToken cancellationToken) =>
        db.Menus.OrderBy(menu => menu.Position).Select(menu => (long?)menu.Id).FirstOrDefaultAsync(cancellationToken);
}
