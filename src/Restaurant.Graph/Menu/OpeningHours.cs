using Microsoft.Extensions.Options;
using Restaurant.Graph.Data;

namespace Restaurant.Graph.Menu;

/// <summary>When the restaurant is open, and with which menus: by their serving windows and <see cref="RestaurantClock.ServingTime"/>.</summary>
public sealed class OpeningHours(RestaurantDb db, MenuCards cards, RestaurantClock clock, IOptions<RestaurantOptions> options)
{
    /// <summary>Whether orders are taken at an instant, now if none is given: always, or while a menu is on offer.</summary>
    public async Task<bool> IsOpenAsync(DateTimeOffset? at = null) => options.Value.AlwaysOpen || await MenuIdAsync(at ?? clock.Now) is not null;

    /// <summary>Which dishes are served at an instant: those on any menu on offer then, and all where orders are taken at any time.</summary>
    public async Task<Func<Dish, bool>> ServingAsync(DateTimeOffset instant)
    {
        if (options.Value.AlwaysOpen)
        {
            return static _ => true;
        }

        var menus = (await cards.CurrentAsync(db)).MenusAt(clock.ServingTime(instant));
        var categories = menus.SelectMany(static menu => menu.Categories).Select(static category => category.Id).ToHashSet();
        return dish => dish.CategoryId is { } category && categories.Contains(category);
    }

    /// <summary>The key of the first menu on offer at an instant; null if the restaurant is closed then.</summary>
    public async Task<long?> MenuIdAsync(DateTimeOffset instant)
    {
        var card = await cards.CurrentAsync(db);
        return (card.MenusAt(clock.ServingTime(instant)).FirstOrDefault() ?? (options.Value.AlwaysOpen ? card.Menus.FirstOrDefault() : null))?.Id;
    }

    /// <summary>The keys of the menus on offer at an instant: all of them where orders are taken at any time.</summary>
    public async Task<long[]> MenuIdsAsync(DateTimeOffset instant)
    {
        var card = await cards.CurrentAsync(db);
        var menus = options.Value.AlwaysOpen ? card.Menus : card.MenusAt(clock.ServingTime(instant));
        return [.. menus.Select(static menu => menu.Id)];
    }

    /// <summary>Whether dishes can be ordered for an instant, and when they are served, by their keys.</summary>
    internal async Task<IReadOnlyDictionary<long, DishAvailability>> AvailabilityAsync(IReadOnlyList<long> keys, DateTimeOffset? at)
    {
        var (card, instant, isServed) = (await cards.CurrentAsync(db), at ?? clock.Now, await ServingAsync(at ?? clock.Now));
        var periods = new Dictionary<long, ServedPeriod?>();
        return keys.ToDictionary(static key => key, key => Of(card.Dishes.GetValueOrDefault(key)));

        // What there will be at another time is not known.
        DishAvailability Of(Dish? dish)
        {
            var reason = dish is null ? DishUnavailabilityReason.Retired : ReasonOf(dish, isServed, isNow: instant <= clock.Now);
            var period = dish?.CategoryId is { } category && !options.Value.AlwaysOpen ? PeriodOf(category) : null;
            return new DishAvailability { CanOrder = reason is null, Reason = reason, ServedFrom = period?.From, ServedUntil = period?.Until };
        }

        ServedPeriod? PeriodOf(long category)
        {
            if (!periods.TryGetValue(category, out var period))
            {
                DaypartMenu[] menus = [.. card.Menus.Where(menu => menu.Categories.Any(part => part.Id == category))];
                periods.Add(category, period = ServedPeriod.Find(menus, instant, clock));
            }

            return period;
        }
    }

    private static DishUnavailabilityReason? ReasonOf(Dish dish, Func<Dish, bool> isServed, bool isNow)
    {
        if (!isServed(dish))
        {
            return DishUnavailabilityReason.NotServed;
        }

        if (dish.IsMarkedUnavailable)
        {
            return DishUnavailabilityReason.MarkedUnavailable;
        }

        return isNow && dish.IsSoldOut ? DishUnavailabilityReason.SoldOut : null;
    }
}
