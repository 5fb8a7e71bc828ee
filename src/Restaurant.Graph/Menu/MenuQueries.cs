using System.ComponentModel;
using GraphQL;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Localization;
using Restaurant.Graph.Platform.Paging;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Menu;

/// <summary>Reading the menu.</summary>
[QueryType]
public static class MenuQueries
{
    /// <summary>The restaurant.</summary>
    [AllowAnonymous]
    [Public]
    public static async Task<RestaurantInfo> Restaurant(IOptions<RestaurantOptions> options, OpeningHours hours, Languages languages) => new()
    {
        Name = options.Value.Name,
        Currency = options.Value.Currency,
        TimeZone = options.Value.TimeZone,
        Languages = await languages.AllAsync(),
        IsOpen = await hours.IsOpenAsync(),
    };

    /// <summary>
    /// The first, in the order of `menus`, of the menus on offer at an instant, which is now unless another is given; null while the restaurant is
    /// closed. See `currentMenus` for all of them.
    /// </summary>
    [AllowAnonymous]
    [Public]
    [UseFirstOrDefault]
    public static async Task<IQueryable<DaypartMenu>> CurrentMenu(
        RestaurantDb db, OpeningHours hours, RestaurantClock clock, [Description("Any instant, such as when a guest will come.")] DateTimeOffset? at = null)
    {
        var id = await hours.MenuIdAsync(at ?? clock.Now);
        return db.Menus.Where(menu => menu.Id == id);
    }

    /// <summary>
    /// The menus on offer at an instant, which is now unless another is given: a dish on any of them can be ordered. Empty while the restaurant is
    /// closed; all menus where orders are taken at any time.
    /// </summary>
    [AllowAnonymous]
    [Public]
    [ListSize(2)]
    public static async Task<IQueryable<DaypartMenu>> CurrentMenus(
        RestaurantDb db, OpeningHours hours, RestaurantClock clock, [Description("Any instant, such as when a guest will come.")] DateTimeOffset? at = null)
    {
        var ids = await hours.MenuIdsAsync(at ?? clock.Now);
        return db.Menus.Where(menu => ids.Contains(menu.Id));
    }

    /// <summary>All menus, in the order of the menu file, and then in that in which they were made; whether they are served or not.</summary>
    [AllowAnonymous]
    [Public]
    [ListSize(4)]
    public static IQueryable<DaypartMenu> Menus(RestaurantDb db) => db.Menus;

    /// <summary>The dishes that have not been retired, whether their category stands on a menu or not.</summary>
    [AllowAnonymous]
    [Public]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static IQueryable<Dish> Dishes(RestaurantDb db) => db.Dishes.Where(dish => dish.CategoryId != null);

    /// <summary>All parts of menus, those that stand on none as well.</summary>
    [Authorize(Roles = Roles.Manager)]
    [ListSize(30)]
    public static IQueryable<Category> Categories(RestaurantDb db) => db.Categories;

    /// <summary>All choices that come with dishes, those that come with none as well.</summary>
    [Authorize(Roles = Roles.Manager)]
    [ListSize(20)]
    public static IQueryable<ModifierGroup> ModifierGroups(RestaurantDb db) => db.ModifierGroups;

    /// <summary>A dish by its id; null if there is none.</summary>
    [AllowAnonymous]
    [Public]
    [UseFirstOrDefault]
    public static IQueryable<Dish> DishById(Id<Dish> id, RestaurantDb db) => db.Dishes.Where(dish => dish.Id == id.Key);

    /// <summary>The other prices in a part of the day, whether they hold now or not.</summary>
    [AllowAnonymous]
    [Public]
    [ListSize(5)]
    public static IQueryable<PriceRule> PriceRules(RestaurantDb db) => db.PriceRules;

    /// <summary>The rates of tax.</summary>
    [AllowAnonymous]
    [Public]
    [ListSize(4)]
    public static IQueryable<TaxGroup> TaxGroups(RestaurantDb db) => db.TaxGroups.Where(group => !group.IsRetired);

    /// <summary>The stations of the kitchen.</summary>
    [AllowAnonymous]
    [Public]
    [ListSize(6)]
    public static IQueryable<Station> Stations(RestaurantDb db) => db.Stations.Where(station => !station.IsRetired);
}
