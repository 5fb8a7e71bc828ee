using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;

namespace Restaurant.Graph.Menu;

/// <summary>What orders are checked against: the menus and all that is on them, as they are between two changes. To be read, and never tracked.</summary>
public sealed class MenuCard
{
    private readonly IReadOnlyList<DaypartMenu> _menus;

    private MenuCard(long change, IReadOnlyList<DaypartMenu> menus, IReadOnlyDictionary<long, Dish> dishes) =>
        (Change, _menus, Dishes) = (change, menus, dishes);

    /// <summary>The number of the event with which it came to be as it is; 0 if there is none.</summary>
    public long Change { get; }

    /// <summary>The dishes on it by key, with tax groups, modifier groups and modifiers.</summary>
    public IReadOnlyDictionary<long, Dish> Dishes { get; }

    /// <summary>The key of the menu that is served at a moment of the restaurant's own clock; null if none is.</summary>
    public long? ServedAt(DateTime local) => _menus.FirstOrDefault(menu => menu.IsServedAt(local))?.Id;

    /// <summary>The key of the first menu; null if there is none.</summary>
    public long? FirstMenuId => _menus is [var first, ..] ? first.Id : null;

    internal static async Task<MenuCard> ReadAsync(RestaurantDb db, long change)
    {
        var menus = await db.Menus.AsNoTracking().Include(menu => menu.Windows).OrderBy(menu => menu.Position).ToListAsync();
        var dishes = await db.Dishes
            .AsNoTrackingWithIdentityResolution()
            .Include(dish => dish.TaxGroup)
            .Include(dish => dish.ModifierGroups).ThenInclude(group => group.Modifiers)
            .AsSplitQuery()
            .Where(dish => dish.CategoryId != null)
            .ToDictionaryAsync(dish => dish.Id);
        return new MenuCard(change, menus, dishes);
    }
}
