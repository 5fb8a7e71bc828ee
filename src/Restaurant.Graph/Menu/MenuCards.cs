using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;

namespace Restaurant.Graph.Menu;

/// <summary>The menu card, kept until the menu changes.</summary>
public sealed class MenuCards(IServiceScopeFactory scopes) : MenuMemory<MenuCard>(scopes)
{
    /// <inheritdoc />
    protected override async Task<MenuCard> ReadAsync(RestaurantDb db)
    {
        var dishes = await db.Dishes
            .AsNoTrackingWithIdentityResolution()
            .Include(dish => dish.TaxGroup)
            .Include(dish => dish.Sizes)
            .Include(dish => dish.ModifierGroups).ThenInclude(group => group.Modifiers)
            .AsSplitQuery()
            .Where(dish => dish.CategoryId != null)
            .ToDictionaryAsync(dish => dish.Id);
        return new MenuCard
        {
            Menus = await db.Menus.AsNoTracking().Include(menu => menu.Windows).Include(menu => menu.Categories).AsSplitQuery().OrderBy(menu => menu.Position).ToListAsync(),
            Dishes = dishes,
            PriceRules = await db.PriceRules.AsNoTracking().Include(rule => rule.Windows).OrderBy(rule => rule.Position).ToListAsync(),
            Modifiers = dishes.Values.SelectMany(dish => dish.ModifierGroups).SelectMany(group => group.Modifiers).Distinct().ToDictionary(modifier => modifier.Id),
        };
    }
}
