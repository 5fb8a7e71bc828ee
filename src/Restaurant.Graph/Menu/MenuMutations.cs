using GraphQL;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Menu;

/// <summary>Changing what is served in which part of the day.</summary>
[MutationType]
public static class MenuMutations
{
    /// <summary>Adds a menu, as the last. Several may be on offer at a time: see `currentMenus`.</summary>
    [Authorize(Roles = Roles.Manager)]
    [Errors(
        typeof(TextLengthError), typeof(InvalidKeyError), typeof(KeyTakenError), typeof(InvalidWindowError), typeof(InvalidTranslationError), typeof(MenuPartNotFoundError))]
    public static async Task<Outcome<DaypartMenu>> CreateMenu(CreateMenuInput input, RestaurantDb db, NewRows rows, MenuFaults faults, TimeProvider time)
    {
        faults.Key(input.Key, await db.Menus.AnyAsync(menu => menu.Key == input.Key), nameof(input.Key));
        var edit = await CheckAsync(input, input.Name, db, faults);
        if (faults.All.Count > 0)
        {
            return faults.All;
        }

        var created = DaypartMenu.New(input.Key, await db.Menus.NextPositionAsync()).Apply(edit);
        rows.Add(created);
        rows.Add(new MenuChanged { OccurredAt = time.GetUtcNow() });
        return created;
    }

    /// <summary>Changes what is said of a menu, when it is served, and what stands on it.</summary>
    [Authorize(Roles = Roles.Manager)]
    [Errors(typeof(TextLengthError), typeof(InvalidWindowError), typeof(InvalidTranslationError), typeof(MenuPartNotFoundError))]
    public static async Task<Outcome<DaypartMenu>> EditMenu(EditMenuInput input, RestaurantDb db, NewRows rows, MenuFaults faults, TimeProvider time)
    {
        var menu = faults.Found(
            await db.Menus.Include(found => found.Windows).Include(found => found.Categories).Include(found => found.Translations).AsSplitQuery()
                .SingleOrDefaultAsync(found => found.Id == input.MenuId.Key),
            "menu",
            nameof(input.MenuId));
        var edit = await CheckAsync(input, input.Name, db, faults);
        if (menu is null || faults.All.Count > 0)
        {
            return faults.All;
        }

        rows.Add(new MenuChanged { OccurredAt = time.GetUtcNow() });
        return menu.Apply(edit);
    }

    private static async Task<MenuEdit> CheckAsync(MenuInput input, string? name, RestaurantDb db, MenuFaults faults)
    {
        faults.Text(name, MenuBounds.Name, nameof(name));
        faults.Text(input.Description, MenuBounds.Description, nameof(input.Description));
        return new MenuEdit
        {
            Name = name,
            Description = input.Description,
            Windows = faults.Windows(input.Windows, nameof(input.Windows)),
            Categories = await faults.AllFoundAsync(input.CategoryIds?.Select(static id => id.Key), db.Categories, "category", nameof(input.CategoryIds)),
            Translations = faults.Translations(input.Translations),
        };
    }
}
